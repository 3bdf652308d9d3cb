/*
 * Notes how the disk is doing by what really happens to writes, so that the
 * CMS and the technician hear of a dying card before it is dead.
 */
import type { Clock } from '../../shared/kernel/clock.js'
import type { StorageHealth } from '../../shared/contract/screen-link.js'
import type { DocumentStore, Part, Stored, Stores } from './ports.js'

export type StorageWatch = {
  stores: Stores
  health(): StorageHealth
}

/** The same stores, watched. A write that succeeds makes all well again. */
export function watchStorage(
  stores: Stores,
  clock: Clock,
  onChange: () => void,
): StorageWatch {
  let health: StorageHealth = { state: 'ok' }
  const note = (stored: Stored): Stored => {
    const state = stateOf(stored)
    if (state === null || state === health.state) return stored
    const since = new Date(clock.now()).toISOString()
    health = state === 'ok' ? { state } : { state, since }
    onChange()
    return stored
  }
  const document = <T>(store: DocumentStore<T>): DocumentStore<T> => ({
    load: () => store.load(),
    save: async (value) => note(await store.save(value)),
  })
  const part = (own: Part): Part => ({
    ...own,
    write: async (chunk) => note(await own.write(chunk)),
    commit: async () => note(await own.commit()),
  })
  const { files } = stores
  return {
    health: () => health,
    stores: {
      identity: document(stores.identity),
      state: document(stores.state),
      journal: document(stores.journal),
      files: {
        ...files,
        put: async (sha256, bytes) => note(await files.put(sha256, bytes)),
        openPart: async (sha256) => part(await files.openPart(sha256)),
      },
    },
  }
}

/** Null: says nothing about the disk. */
function stateOf(stored: Stored): StorageHealth['state'] | null {
  if (stored.ok) return 'ok'
  if (stored.reason === 'disk_full') return 'full'
  if (stored.reason === 'read_only') return 'read_only'
  return stored.reason === 'io' ? 'failing' : null
}
