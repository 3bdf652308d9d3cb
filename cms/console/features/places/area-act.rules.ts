// What each act on an area asks for, and what it sends.
import type {
  AreaDetails,
  AreaKind,
  AreaView,
} from '../../../../shared/contract/api/areas.js'
import { call } from '../../api/client.js'

export type AreaAct =
  'add' | 'furnish' | 'rename' | 'recode' | 'move' | 'merge' | 'close'

export type AreaActDraft = {
  name: string
  kind: AreaKind
  code: string
  aliases: string
  tags: string
  otherId: string | null
  partial: boolean
  on: string | null
}

/** Acts this person may do on it now; one that is no more keeps one. */
export function actsOn(area: AreaDetails): AreaAct[] {
  if (area.validUntil !== null) return area.may.furnish ? ['furnish'] : []
  return [
    ...(area.may.furnish ? (['add', 'furnish'] as const) : []),
    ...(area.may.govern
      ? (['rename', 'recode', 'move', 'merge', 'close'] as const)
      : []),
  ]
}

/** Filled with what is so now. */
export function draftOf(area: AreaDetails, today: string): AreaActDraft {
  return {
    name: '',
    kind: area.kind,
    code: '',
    aliases: area.aliases.join('; '),
    tags: area.tags.join('; '),
    otherId: null,
    partial: false,
    on: today,
  }
}

export function isReady(what: AreaAct, draft: AreaActDraft): boolean {
  if (what === 'furnish') return true
  if (what === 'move') return draft.otherId !== null
  if (draft.on === null) return false
  if (what === 'merge') return draft.otherId !== null
  return what === 'recode' || what === 'close' || draft.name.trim() !== ''
}

type Over = {
  area: AreaDetails
  areas: readonly AreaView[]
  draft: AreaActDraft
}

/** Sends it over the version the person saw; throws what the API refuses. */
export function actOnArea(what: AreaAct, over: Over): Promise<AreaDetails> {
  const { area, areas, draft } = over
  const { name, kind, otherId } = draft
  const params = { id: area.id }
  const expectedVersion = area.version
  const on = draft.on ?? ''
  const code = draft.code.trim()
  const lists = { aliases: listOf(draft.aliases), tags: listOf(draft.tags) }
  const acts: Record<AreaAct, () => Promise<AreaDetails>> = {
    add: () =>
      call('createArea', {
        body: {
          ...{ parentId: area.id, name, kind, from: on },
          ...(code && { code }),
          ...lists,
        },
      }),
    furnish: () =>
      call('changeArea', { params, body: { expectedVersion, kind, ...lists } }),
    rename: () =>
      call('renameArea', { params, body: { expectedVersion, name, from: on } }),
    recode: () =>
      call('recodeArea', {
        params,
        body: { expectedVersion, code: code || null, from: on },
      }),
    move: () =>
      call('moveArea', {
        params,
        body: { expectedVersion, parentId: otherId ?? '' },
      }),
    close: () => call('closeArea', { params, body: { expectedVersion, on } }),
    merge: () => {
      const version = areas.find(({ id }) => id === otherId)?.version ?? 1
      const { partial } = draft
      const from = { areaId: otherId ?? '', expectedVersion: version, partial }
      return call('mergeAreas', {
        params,
        body: { expectedVersion, on, from: [from] },
      })
    },
  }
  return acts[what]()
}

/** What a person separated by semicolons. */
function listOf(text: string): string[] {
  return text
    .split(';')
    .map((word) => word.trim())
    .filter(Boolean)
}
