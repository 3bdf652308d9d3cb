import { useMemo } from 'react'
import type { FieldProblem } from '../../../../shared/contract/errors.js'
import type { TemplateView } from '../../../../shared/contract/template.js'
import { validateFields } from '../../../../templates/engine/validate-fields.js'
import { prune } from '../../fields/fill-sample.js'
import { useWords } from '../../ui/language.js'

/** What the server would refuse, found here first, by the same rules. */
export function useFieldProblems(
  template: TemplateView,
  fields: Record<string, unknown>,
): FieldProblem[] {
  const { language } = useWords()
  return useMemo(
    () =>
      validateFields(
        template,
        prune(fields) as Record<string, unknown>,
        language,
      ),
    [template, fields, language],
  )
}
