// What a person is writing: fields, level, hours; and whether it is complete.
import { useMemo, useState } from 'react'
import type { TemplateView } from '../../../../shared/contract/template.js'
import { systemClock } from '../../../../shared/kernel/clock.js'
import { validateFields } from '../../../../templates/engine/validate-fields.js'
import { prune } from '../../fields/fill-sample.js'
import { fieldId } from '../../fields/problem-errors.js'
import { useWords } from '../../ui/language.js'
import { typedPart } from './notice-draft.js'

export type Fields = Record<string, unknown>

export type NoticeStart = { fields: Fields; level: number; hours: number }

export function useNoticeDraft(template: TemplateView, start: NoticeStart) {
  const { language } = useWords()
  const [fields, setFields] = useState<Fields>(start.fields)
  const [level, setLevel] = useState(start.level)
  const [hours, setHours] = useState(start.hours)
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const typed = useMemo(() => typedPart(template), [template])
  const pruned = prune(fields) as Fields
  const problems = validateFields(typed, pruned, language)
  const action = fields['action'] ?? fields['title'] ?? fields['hazard']
  return {
    fields,
    setFields,
    level,
    setLevel,
    hours,
    setHours,
    schema: typed.fields,
    /** Only about fields that were left: nobody is scolded while typing. */
    shownProblems: problems.filter((one) => touched.has(fieldId(one.pointer))),
    leave: (id: string) => setTouched(new Set(touched).add(id)),
    isComplete: problems.length === 0,
    pruned,
    saying: typeof action === 'string' ? action : '',
    expiresAt: new Date(
      Math.floor(systemClock.now() / 60_000) * 60_000 + hours * 3_600_000,
    ).toISOString(),
  }
}

export type NoticeDraft = ReturnType<typeof useNoticeDraft>
