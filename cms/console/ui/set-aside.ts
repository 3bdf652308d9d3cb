// What a person had typed when they took a colleague's words instead: kept in
// this browser, so that no choice in a conflict is ever the end of a text.
import {
  revisionInputSchema,
  type RevisionInput,
} from '../../../shared/contract/api/bulletins.js'

export type AsideCopy = { at: number; revision: RevisionInput }

type Store = Pick<Storage, 'getItem' | 'setItem'>

const KEPT = 5

function keyOf(id: string): string {
  return `bangtin.aside.${id}`
}

/** Newest first. */
export function asideCopies(storage: Store, id: string): AsideCopy[] {
  try {
    const list: unknown = JSON.parse(storage.getItem(keyOf(id)) ?? '[]')
    return Array.isArray(list) ? list.flatMap(readCopy) : []
  } catch {
    // Not ours, or cut short when the tab died.
    return []
  }
}

/** Keeps one more; the oldest of many goes. */
export function setAside(storage: Store, id: string, copy: AsideCopy): void {
  const list = [copy, ...asideCopies(storage, id)].slice(0, KEPT)
  try {
    storage.setItem(keyOf(id), JSON.stringify(list))
  } catch {
    // Storage full or forbidden: the editor still holds the words.
  }
}

function readCopy(value: unknown): AsideCopy[] {
  const { at, revision } = (value ?? {}) as Partial<AsideCopy>
  const parsed = revisionInputSchema.safeParse(revision)
  return typeof at === 'number' && parsed.success
    ? [{ at, revision: parsed.data }]
    : []
}
