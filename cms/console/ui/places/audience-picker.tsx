// Where something is shown: the area tree with ticks, and the exact screens.
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Audience } from '../../../../shared/contract/api/bulletins.js'
import { areasQuery, groupsQuery, screensQuery } from '../../api/queries.js'
import { useCopy } from '../language.js'
import { SearchField } from '../search-field.js'
import { FailedState, LoadingRows } from '../states.js'
import { AreaTree } from './area-tree.js'
import { treeRows } from './area-tree.rules.js'
import { screensOf, toggleArea, toggleScreen } from './audience.rules.js'
import { GroupTicks } from './group-ticks.js'
import { ScreenNames } from './screen-names.js'

type AudiencePickerProps = {
  value: Audience
  onChange: (audience: Audience) => void
  /** The areas this person may speak to. */
  roots: readonly string[]
}

export function AudiencePicker({
  value,
  onChange,
  roots,
}: AudiencePickerProps) {
  const copy = useCopy()
  const areas = useQuery(areasQuery)
  const screens = useQuery(screensQuery)
  const groups = useQuery(groupsQuery).data ?? []
  const [search, setSearch] = useState('')
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(roots))
  const rows = useMemo(
    () =>
      treeRows({
        areas: areas.data ?? [],
        screens: screens.data ?? [],
        roots,
        open,
        search,
      }),
    [areas.data, screens.data, roots, open, search],
  )
  const failed = areas.error ?? screens.error
  if (failed) {
    const retry = (): void => {
      void areas.refetch()
      void screens.refetch()
    }
    return <FailedState error={failed} retry={retry} />
  }
  if (!areas.data || !screens.data) return <LoadingRows rows={6} height={44} />
  const all = { areas: areas.data, screens: screens.data }
  return (
    <div className="audience">
      <div className="card audience-tree">
        <SearchField
          label={copy.shell.findScreens}
          value={search}
          onChange={setSearch}
        />
        {rows.length === 0 && (
          <p className="muted pad">{copy.shell.nothingFound(search)}</p>
        )}
        <AreaTree
          rows={rows}
          audience={value}
          all={all}
          onOpen={(id) => {
            const next = new Set(open)
            if (!next.delete(id)) next.add(id)
            setOpen(next)
          }}
          onToggle={(row) =>
            onChange(
              row.kind === 'area'
                ? toggleArea(value, row.id, all.areas, all.screens)
                : toggleScreen(value, row.id),
            )
          }
        />
        <GroupTicks
          groups={groups}
          value={value}
          search={search}
          onChange={onChange}
        />
      </div>
      <ScreenNames
        screens={screensOf(value, all.areas, all.screens, {
          groups,
          areaIds: roots,
        })}
      />
    </div>
  )
}
