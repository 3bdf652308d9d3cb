/**
 * The tree while an import is planned: every row changes it, and thousands of
 * rows look things up in it. No clock, no I/O.
 */
import { codeOn, type AreaState } from './area-state.rules.js'

export type AreaDraft = {
  find(id: string): AreaState | undefined
  /** Areas in use with this code on the day. */
  openByCode(code: string): AreaState[]
  openByName(name: string): AreaState[]
  openBelow(parentId: string): AreaState[]
  /** Every area that ever had the code. */
  holders(code: string): AreaState[]
  /** Adds or changes one; what is below a moved one moves with it. */
  put(state: AreaState): void
}

export function areaDraft(
  states: readonly AreaState[],
  day: string,
): AreaDraft {
  const byId = new Map<string, AreaState>()
  const byCode = sets()
  const byName = sets()
  const byParent = sets()
  const everByCode = sets()
  const book = (state: AreaState, act: 'add' | 'delete') => {
    byParent.of(state.parentId ?? '')[act](state.id)
    for (const { code } of state.codes) everByCode.of(code)[act](state.id)
    if (state.validUntil !== null) return
    byName.of(state.name)[act](state.id)
    const code = codeOn(state, day)
    if (code !== null) byCode.of(code)[act](state.id)
  }
  const all = (ids: Iterable<string>) =>
    [...ids].flatMap((id) => byId.get(id) ?? [])
  const open = (ids: Iterable<string>) =>
    all(ids).filter(({ validUntil }) => validUntil === null)
  const put = (state: AreaState) => {
    const before = byId.get(state.id)
    if (before !== undefined) book(before, 'delete')
    byId.set(state.id, state)
    book(state, 'add')
    if (before === undefined || same(before.path, state.path)) return
    for (const child of all(byParent.of(state.id)))
      put({ ...child, path: [...state.path, child.id] })
  }
  for (const state of states) put(state)
  return {
    find: (id) => byId.get(id),
    openByCode: (code) => open(byCode.of(code)),
    openByName: (name) => open(byName.of(name)),
    openBelow: (parentId) => open(byParent.of(parentId)),
    holders: (code) => all(everByCode.of(code)),
    put,
  }
}

function sets() {
  const kept = new Map<string, Set<string>>()
  return {
    of(key: string): Set<string> {
      const found = kept.get(key) ?? new Set<string>()
      kept.set(key, found)
      return found
    },
  }
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}
