// The words of a notice: level, the template's own fields, and until when.
import { NativeSelect } from '@mantine/core'
import { TemplateForm } from '../../fields/template-form.js'
import { useCopy } from '../../ui/language.js'
import type { NoticeDraft } from './use-notice-draft.js'

const LEVELS = [0, 1, 2, 3, 4, 5] as const
const HOURS = [1, 2, 3, 6, 12, 24] as const

export function ContentFields({ draft }: { draft: NoticeDraft }) {
  const { notices: words } = useCopy()
  return (
    <section className="stack">
      <h2>{words.contentHead}</h2>
      <NativeSelect
        label={words.levelLabel}
        value={String(draft.level)}
        data={LEVELS.map((one) => ({
          value: String(one),
          label: words.levels[one] ?? '',
        }))}
        onChange={(event) => draft.setLevel(Number(event.currentTarget.value))}
      />
      <TemplateForm
        schema={draft.schema}
        fields={draft.fields}
        problems={draft.shownProblems}
        onChange={draft.setFields}
        onLeave={draft.leave}
      />
    </section>
  )
}

export function UntilField({ draft }: { draft: NoticeDraft }) {
  const { notices: words } = useCopy()
  return (
    <section className="stack tight">
      <h2>{words.untilHead}</h2>
      <NativeSelect
        label={words.hoursLabel}
        value={String(draft.hours)}
        data={HOURS.map((one) => ({
          value: String(one),
          label: words.hours(one),
        }))}
        onChange={(event) => draft.setHours(Number(event.currentTarget.value))}
      />
    </section>
  )
}
