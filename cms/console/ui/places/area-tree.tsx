// A tree for mouse and keyboard: arrows walk, right and left open and close,
// Space ticks. One row at a time is in the tab order.
import { useRef, useState, type KeyboardEvent } from 'react'
import type { AreaView } from '../../../../shared/contract/api/areas.js'
import type { Audience } from '../../../../shared/contract/api/bulletins.js'
import type { ScreenView } from '../../../../shared/contract/api/screens.js'
import { Icon } from '../icon.js'
import { useCopy } from '../language.js'
import type { TreeRow } from './area-tree.rules.js'
import { withDescendants } from './audience.rules.js'

type AreaTreeProps = {
  rows: TreeRow[]
  audience: Audience
  all: { areas: readonly AreaView[]; screens: readonly ScreenView[] }
  onOpen: (areaId: string) => void
  onToggle: (row: TreeRow) => void
}

export function AreaTree(props: AreaTreeProps) {
  const { rows, audience, all, onOpen, onToggle } = props
  const copy = useCopy()
  const list = useRef<HTMLUListElement>(null)
  const [at, setAt] = useState(0)
  const focused = Math.min(at, rows.length - 1)
  const covered = withDescendants(all.areas, audience.areaIds)
  const partly = areasAbove(audience, all)

  const walk = (index: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, index))
    setAt(next)
    list.current
      ?.querySelectorAll<HTMLElement>('[role=treeitem]')
      [next]?.focus()
  }
  const onKey = (event: KeyboardEvent, row: TreeRow, index: number): void => {
    const isArea = row.kind === 'area'
    const steps: Record<string, () => void> = {
      ArrowDown: () => walk(index + 1),
      ArrowUp: () => walk(index - 1),
      Home: () => walk(0),
      End: () => walk(rows.length - 1),
      ArrowRight: () => isArea && !row.isOpen && onOpen(row.id),
      ArrowLeft: () => isArea && row.isOpen && onOpen(row.id),
      ' ': () => onToggle(row),
    }
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    step()
  }
  const stateOf = (row: TreeRow): 'true' | 'false' | 'mixed' => {
    if (row.kind === 'screen') {
      const on =
        covered.has(row.screen.settings.areaId) ||
        audience.screenIds.includes(row.id)
      return on ? 'true' : 'false'
    }
    if (covered.has(row.id)) return 'true'
    return partly.has(row.id) ? 'mixed' : 'false'
  }

  return (
    <ul
      className="tree"
      role="tree"
      aria-label={copy.shell.findScreens}
      ref={list}
    >
      {rows.map((row, index) => {
        const ticked = stateOf(row)
        const isArea = row.kind === 'area'
        const name = isArea ? row.area.name : row.screen.settings.name
        return (
          <li
            key={row.id}
            role="treeitem"
            aria-level={row.depth + 1}
            aria-checked={ticked}
            aria-selected={ticked === 'true'}
            {...(isArea && row.hasChildren && { 'aria-expanded': row.isOpen })}
            tabIndex={index === focused ? 0 : -1}
            className="tree-row"
            style={{ paddingInlineStart: 8 + row.depth * 24 }}
            onKeyDown={(event) => onKey(event, row, index)}
            onFocus={() => setAt(index)}
          >
            {isArea && row.hasChildren ? (
              <button
                type="button"
                tabIndex={-1}
                className="tree-open"
                aria-label={copy.shell.expand(name)}
                onClick={() => onOpen(row.id)}
              >
                <Icon name={row.isOpen ? 'down' : 'right'} size={16} />
              </button>
            ) : (
              <span className="tree-open">
                {!isArea && <Icon name="screen" size={16} />}
              </span>
            )}
            <span className="tree-pick" onClick={() => onToggle(row)}>
              <span className={`tick tick-${ticked}`} aria-hidden="true">
                {ticked === 'true' && <Icon name="check" size={16} />}
              </span>
              <span className="tree-name">{name}</span>
              {isArea && (
                <span className="tree-count">{row.area.screenCount}</span>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** Areas above something chosen: they are partly in. */
function areasAbove(
  audience: Audience,
  all: AreaTreeProps['all'],
): Set<string> {
  const parents = new Map(all.areas.map((area) => [area.id, area.parentId]))
  const above = new Set<string>()
  const climb = (from: string | null | undefined): void => {
    for (let id = from; id && !above.has(id); id = parents.get(id)) {
      above.add(id)
    }
  }
  for (const id of audience.areaIds) climb(parents.get(id))
  for (const screen of all.screens) {
    if (audience.screenIds.includes(screen.id)) climb(screen.settings.areaId)
  }
  return above
}
