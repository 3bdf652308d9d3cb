import type { RevisionInput } from '../../../../shared/contract/api/bulletins.js'
import type { FieldProblem } from '../../../../shared/contract/errors.js'
import type { TemplateView } from '../../../../shared/contract/template.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { fieldProblemSentence } from '../../../../shared/text/copy/say.js'
import type { Catalogue } from '../../../../templates/engine/catalogue.js'
import { normaliseFields } from '../../../../templates/engine/normalise-fields.js'
import { validateFields } from '../../../../templates/engine/validate-fields.js'
import { scheduleProblems } from './schedule.rules.js'

/** A template that bulletins may use. Throws template.not_found. */
export function bulletinTemplate(
  catalogue: Catalogue,
  id: string,
): TemplateView {
  const template = catalogue.get(id)
  // Warnings go out as notices, which have their own rights and their own end.
  if (template.use !== 'bulletin')
    throw new AppError('template.not_found', { id })
  return template
}

/**
 * Throws bulletin.schedule_invalid when the schedule contradicts itself; with
 * `now` (ms) also when it is over already.
 */
export function checkSchedule(
  revision: Pick<RevisionInput, 'schedule'>,
  now?: number,
): void {
  const problems = scheduleProblems(revision.schedule, now).map(
    ({ pointer, rule }): SpokenProblem => ({
      pointer: `/schedule${pointer}`,
      rule,
      message: {
        vi: fieldProblemSentence(rule, {}, 'vi'),
        en: fieldProblemSentence(rule, {}, 'en'),
      },
    }),
  )
  if (problems.length > 0)
    throw new AppError('bulletin.schedule_invalid', { problems })
}

/** A problem said in both languages of the console; the door picks one. */
export type SpokenProblem = Omit<FieldProblem, 'message'> & {
  message: { vi: string; en: string }
}

/** What is wrong with one language's fields; pointers begin with `prefix`. */
export function fieldProblems(
  template: TemplateView,
  fields: Readonly<Record<string, unknown>>,
  prefix: string,
): SpokenProblem[] {
  const clean = normaliseFields(fields)
  const inEnglish = validateFields(template, clean, 'en')
  return validateFields(template, clean, 'vi').map((problem, index) => ({
    pointer: `${prefix}${problem.pointer}`,
    rule: problem.rule,
    message: {
      vi: problem.message,
      en: inEnglish[index]?.message ?? problem.message,
    },
  }))
}

/**
 * Throws bulletin.fields_invalid with every problem of every language; the
 * pointers lead into the revision: `/fields/vi/title`.
 */
export function checkFields(
  template: TemplateView,
  written: Pick<RevisionInput, 'fields'>,
): void {
  const problems = Object.entries(written.fields).flatMap(
    ([language, fields]) =>
      fields ? fieldProblems(template, fields, `/fields/${language}`) : [],
  )
  if (problems.length > 0)
    throw new AppError('bulletin.fields_invalid', { problems })
}

/** What speaks of an election has to name the document it stands on. */
const NEEDS_BASIS: readonly TemplateView['category'][] = ['election']

/** Throws bulletin.basis_required where a template needs a basis. */
export function checkBasis(
  template: Pick<TemplateView, 'category'>,
  written: Pick<RevisionInput, 'basis'>,
): void {
  if (written.basis || !NEEDS_BASIS.includes(template.category)) return
  const problem: SpokenProblem = {
    pointer: '/basis',
    rule: 'required',
    message: {
      vi: fieldProblemSentence('required', {}, 'vi'),
      en: fieldProblemSentence('required', {}, 'en'),
    },
  }
  throw new AppError('bulletin.basis_required', { problems: [problem] })
}
