// The area tree as a table: what there is, with codes and screens.
import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { allAreasQuery, areasQuery } from '../../api/queries.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { areasWhere, useMe } from '../../ui/me.js'
import { PageTop } from '../../ui/page.js'
import { treeRows, type TreeRow } from '../../ui/places/area-tree.rules.js'
import { SearchField } from '../../ui/search-field.js'
import { EmptyState, FailedState, LoadingRows } from '../../ui/states.js'
import { showDate } from '../../ui/time.js'
import { ListActions } from './list-actions.js'

export function AreasPage() {
  const copy = useCopy()
  const words = copy.places
  const { tim = '' } = useSearch({ from: '/dia-ban' })
  const go = useNavigate({ from: '/dia-ban' })
  const [closed, setClosed] = useState(false)
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set())
  const areas = useQuery(closed ? allAreasQuery : areasQuery)
  const all = areas.data
  const open = useMemo(() => {
    const tops = (all ?? []).filter(({ parentId }) => parentId === null)
    const ids = new Set(tops.map(({ id }) => id))
    for (const id of toggled) if (!ids.delete(id)) ids.add(id)
    return ids
  }, [all, toggled])
  const rows = useMemo(
    () =>
      treeRows({ areas: all ?? [], screens: [], roots: [], open, search: tim }),
    [all, open, tim],
  )
  const toggle = (id: string): void => {
    const next = new Set(toggled)
    if (!next.delete(id)) next.add(id)
    setToggled(next)
  }
  const mayManage = areasWhere(useMe(), 'administrator').length > 0
  const inUse = (all ?? []).filter(({ validUntil }) => validUntil === null)
  return (
    <>
      <PageTop
        title={words.areas}
        actions={
          <>
            <SearchField
              label={words.findArea}
              value={tim}
              onChange={(next) =>
                void go({ search: { tim: next || undefined }, replace: true })
              }
            />
            <ListActions mayImport={mayManage} />
          </>
        }
      />
      <div className="page-body stack">
        <div className="people-filter">
          <p className="muted" role="status">
            {all && words.areaCount(inUse.length)}
          </p>
          <Checkbox
            label={words.showClosed}
            checked={closed}
            onChange={(event) => setClosed(event.currentTarget.checked)}
          />
        </div>
        {areas.isPending && <LoadingRows rows={8} height={48} />}
        {areas.isError && (
          <FailedState error={areas.error} retry={() => void areas.refetch()} />
        )}
        {areas.isSuccess && rows.length === 0 && (
          <EmptyState icon="place" title={words.noArea} />
        )}
        {rows.length > 0 && (
          <div
            className="card wide-table"
            tabIndex={0}
            role="group"
            aria-label={words.areas}
          >
            <table className="place-table place-tree">
              <thead>
                <tr>
                  <th scope="col">{words.name}</th>
                  <th scope="col">{words.kind}</th>
                  <th scope="col">{words.code}</th>
                  <th scope="col">{words.screens}</th>
                  <th scope="col">{words.tags}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <AreaRow key={row.id} row={row} onOpen={toggle} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
    </>
  )
}

function AreaRow(props: { row: TreeRow; onOpen: (id: string) => void }) {
  const copy = useCopy()
  const words = copy.places
  const { row } = props
  if (row.kind !== 'area') return null
  const { area } = row
  return (
    <tr>
      <th scope="row">
        <span
          className="place-name"
          style={{ paddingInlineStart: row.depth * 20 }}
        >
          {row.hasChildren ? (
            <button
              type="button"
              className="tree-open"
              aria-expanded={row.isOpen}
              aria-label={copy.shell.expand(area.name)}
              onClick={() => props.onOpen(row.id)}
            >
              <Icon name={row.isOpen ? 'down' : 'right'} size={16} />
            </button>
          ) : (
            <span className="tree-open" />
          )}
          <span>
            <Link to="/dia-ban/$id" params={{ id: row.id }}>
              {area.name}
            </Link>
            {area.validUntil && (
              <small className="muted">
                {' '}
                {words.closedOn(showDate(area.validUntil))}
              </small>
            )}
          </span>
        </span>
      </th>
      <td>{words.kinds[area.kind]}</td>
      <td>{area.code}</td>
      <td>{area.screenCount || ''}</td>
      <td>{area.tags.join(', ')}</td>
    </tr>
  )
}
