import { Select } from '@mantine/core'
import { useCopy } from '../../ui/language.js'
import { areasWhere, useMe } from '../../ui/me.js'
import { AreaSelect } from '../../ui/places/area-select.js'
import { DateField } from '../../ui/time-fields.js'
import type { AuditSearch } from './audit-search.js'

/** By kind of act, area and days; what a line added can be taken away again. */
export function AuditFilter(props: {
  search: AuditSearch
  onChange: (next: Partial<AuditSearch>) => void
}) {
  const { search, onChange } = props
  const { audit: words } = useCopy()
  const tops = areasWhere(useMe(), 'administrator', 'auditor')
  const isFiltered = Object.values(search).some((one) => one !== undefined)
  const acts = Object.entries(words.rooms).map(([room, group]) => ({
    group,
    items: [
      { value: room, label: `${words.everyRoom}: ${group}` },
      ...Object.entries(words.acts)
        .filter(([act]) => act.startsWith(`${room}.`))
        .map(([value, label]) => ({ value, label })),
    ],
  }))
  return (
    <div className="audit-filter">
      <Select
        label={words.room}
        placeholder={words.everyRoom}
        clearable
        searchable
        data={acts}
        value={search.viec ?? null}
        onChange={(next) => onChange({ viec: next ?? undefined })}
      />
      <AreaSelect
        label={words.area}
        tops={tops}
        value={search.diaBan ?? null}
        onChange={(next) => onChange({ diaBan: next ?? undefined })}
      />
      <DateField
        key={`tu ${search.tu === undefined}`}
        label={words.from}
        value={search.tu ?? null}
        onChange={(next) => onChange({ tu: next ?? undefined })}
      />
      <DateField
        key={`den ${search.den === undefined}`}
        label={words.until}
        value={search.den ?? null}
        onChange={(next) => onChange({ den: next ?? undefined })}
      />
      {isFiltered && (
        <button
          type="button"
          className="btn"
          onClick={() =>
            onChange({
              ...{ tim: undefined, viec: undefined, diaBan: undefined },
              ...{ nguoi: undefined, doiTuong: undefined },
              ...{ tu: undefined, den: undefined },
            })
          }
        >
          {words.clear}
        </button>
      )}
      <p className="muted" role="status">
        {[
          search.nguoi !== undefined && words.onlyPerson,
          search.doiTuong !== undefined && words.onlyThing,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  )
}
