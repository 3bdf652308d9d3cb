import { Checkbox, Select, TextInput } from '@mantine/core'
import {
  areaKindSchema,
  type AreaKind,
} from '../../../../shared/contract/api/areas.js'
import { useCopy } from '../../ui/language.js'
import { areasWhere, useMe } from '../../ui/me.js'
import { AreaSelect } from '../../ui/places/area-select.js'
import { DateField } from '../../ui/time-fields.js'
import type { AreaAct, AreaActDraft } from './area-act.rules.js'

type ActFieldsProps = {
  what: AreaAct
  draft: AreaActDraft
  onChange: (draft: AreaActDraft) => void
}

/** The fields of one act, and what it means. */
export function ActFields({ what, draft, onChange }: ActFieldsProps) {
  const { places: words } = useCopy()
  const tops = areasWhere(useMe(), 'administrator')
  const set = (patch: Partial<AreaActDraft>) => onChange({ ...draft, ...patch })
  const has = (...acts: AreaAct[]) => acts.includes(what)
  const note =
    what === 'add' || what === 'furnish' ? null : words[`${what}Note`]
  return (
    <>
      {note && <p className="note note-info">{note}</p>}
      {has('rename', 'add') && (
        <TextInput
          label={words.name}
          maxLength={200}
          value={draft.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          data-autofocus
        />
      )}
      {has('furnish', 'add') && (
        <Select
          label={words.kind}
          allowDeselect={false}
          data={areaKindSchema.options.map((kind) => ({
            value: kind,
            label: words.kinds[kind],
          }))}
          value={draft.kind}
          onChange={(kind) => kind && set({ kind: kind as AreaKind })}
        />
      )}
      {has('recode', 'add') && (
        <TextInput
          label={words.code}
          inputMode="numeric"
          maxLength={10}
          value={draft.code}
          onChange={(event) => set({ code: event.currentTarget.value })}
        />
      )}
      {has('move', 'merge') && (
        <AreaSelect
          label={what === 'move' ? words.parent : words.mergeWhich}
          tops={tops}
          value={draft.otherId}
          onChange={(otherId) => set({ otherId })}
        />
      )}
      {has('merge') && (
        <Checkbox
          label={words.mergePartial}
          checked={draft.partial}
          onChange={(event) => set({ partial: event.currentTarget.checked })}
        />
      )}
      {has('furnish', 'add') && (
        <>
          <TextInput
            label={words.aliases}
            description={words.aliasesHint}
            value={draft.aliases}
            onChange={(event) => set({ aliases: event.currentTarget.value })}
          />
          <TextInput
            label={words.tags}
            description={words.tagsHint}
            value={draft.tags}
            onChange={(event) => set({ tags: event.currentTarget.value })}
          />
        </>
      )}
      {has('rename', 'recode', 'merge', 'close', 'add') && (
        <DateField
          label={words.from}
          value={draft.on}
          onChange={(on) => set({ on })}
        />
      )}
    </>
  )
}
