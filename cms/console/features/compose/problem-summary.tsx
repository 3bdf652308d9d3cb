import type { FieldProblem } from '../../../../shared/contract/errors.js'
import { labelAt, localiseSchema } from '../../fields/field-schema.js'
import { fieldId } from '../../fields/problem-errors.js'
import { useWords } from '../../ui/language.js'

/** "Còn 2 chỗ cần sửa", each leading to its field. */
export function ProblemSummary(props: {
  schema: Record<string, unknown>
  problems: readonly FieldProblem[]
}) {
  const { copy, language } = useWords()
  const { problems } = props
  if (problems.length === 0) return null
  const schema = localiseSchema(props.schema, language) as Record<
    string,
    unknown
  >
  return (
    <section className="note note-warn" role="alert">
      <b>{copy.compose.toMend(problems.length)}</b>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.pointer} ${problem.rule}`}>
            <a
              href={`#${fieldId(problem.pointer)}`}
              onClick={(event) => {
                event.preventDefault()
                goTo(fieldId(problem.pointer))
              }}
            >
              {labelAt(schema, problem.pointer)}
            </a>
            {': '}
            {problem.message}
          </li>
        ))}
      </ul>
    </section>
  )
}

function goTo(id: string): void {
  const target = document.getElementById(id)
  if (!target) return
  target.scrollIntoView({ block: 'center' })
  const field = target.matches('input, textarea, select, button')
    ? target
    : target.querySelector<HTMLElement>('input, textarea, select, button')
  field?.focus({ preventScroll: true })
}
