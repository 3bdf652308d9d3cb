import type { ErrorSchema } from '@rjsf/utils'
import type { FieldProblem } from '../../../shared/contract/errors.js'

type Branch = { __errors?: string[]; [key: string]: unknown }

/** Problems at JSON pointers as the tree the form hangs beside its fields. */
export function errorTree(problems: readonly FieldProblem[]): ErrorSchema {
  const root: Branch = {}
  for (const problem of problems) {
    let at = root
    for (const step of stepsOf(problem.pointer)) {
      const next = at[step] as Branch | undefined
      at = next ?? ((at[step] = {}) as Branch)
    }
    at.__errors = [...(at.__errors ?? []), problem.message]
  }
  return root as ErrorSchema
}

/** The parts of a JSON pointer, unescaped. */
export function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The id of the input that edits the field at a pointer. */
export function fieldId(pointer: string): string {
  return ['field', ...stepsOf(pointer)].join('_')
}

/** Only the problems of fields somebody has already been at. */
export function problemsAt(
  problems: readonly FieldProblem[],
  touched: ReadonlySet<string>,
): FieldProblem[] {
  return problems.filter((problem) => touched.has(problem.pointer))
}
