// A role, where it holds, and from when until when.
import { Select, TextInput } from '@mantine/core'
import {
  roleSchema,
  type Role,
} from '../../../../shared/contract/api/accounts.js'
import { useCopy } from '../../ui/language.js'
import { DateField } from '../../ui/time-fields.js'
import { AreaSelect } from '../../ui/places/area-select.js'
import type { GrantDraft } from './grant-draft.js'

export function GrantFields(props: {
  tops: readonly string[]
  draft: GrantDraft
  onChange: (draft: GrantDraft) => void
}) {
  const { draft, onChange, tops } = props
  const { people: words } = useCopy()
  return (
    <div className="stack tight">
      <Select
        label={words.role}
        data={roleSchema.options.map((role) => ({
          value: role,
          label: words.roles[role],
        }))}
        value={draft.role}
        allowDeselect={false}
        onChange={(role) => role && onChange({ ...draft, role: role as Role })}
      />
      <p className="muted">{words.roleHints[draft.role]}</p>
      <AreaSelect
        label={words.where}
        hint={words.whereHint}
        tops={tops}
        value={draft.areaId}
        onChange={(areaId) => onChange({ ...draft, areaId })}
      />
      <div className="two-fields">
        <DateField
          label={words.from}
          hint={words.fromHint}
          value={draft.fromDay}
          onChange={(fromDay) => onChange({ ...draft, fromDay })}
        />
        <DateField
          label={words.until}
          hint={words.untilHint}
          value={draft.lastDay}
          onChange={(lastDay) => onChange({ ...draft, lastDay })}
        />
      </div>
      <TextInput
        label={words.note}
        placeholder={words.noteExample}
        maxLength={200}
        value={draft.note}
        onChange={(event) =>
          onChange({ ...draft, note: event.currentTarget.value })
        }
      />
    </div>
  )
}
