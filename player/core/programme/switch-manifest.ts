import type { Clock } from '../../../shared/kernel/clock.js'
import type { Log } from '../../../shared/kernel/log.js'
import type { Keyring } from '../../../shared/contract/keyring.js'
import type { Manifest } from '../../../shared/contract/manifest.js'
import { noticesFor } from '../../../shared/programme/notices-in-force.js'
import { sha256Hex } from '../../../shared/seal/hash.js'
import type { ContentStore, Stored } from '../ports.js'
import type { KeptManifest, SavedState } from '../saved-state.js'
import { sayWord, wordOf, type WordDeps } from './notice-words.js'
import type { Programme } from './programme.js'

type Deps = WordDeps & {
  programme: Programme
  files: Pick<ContentStore, 'put'>
  clock: Clock
  log: Log
}

/** A manifest whose seal was checked and whose files are all on disk. */
export type CompleteManifest = {
  manifest: Manifest
  sealed: string
  keyring: Keyring
  keyringSealed: string
  etag: string | null
}

/**
 * Puts a complete manifest on the glass: its seal as a file, then one atomic
 * write that names it `current` and the old one `previous`, then the stage.
 * When that write fails the old programme stays.
 */
export async function switchManifest(
  deps: Deps,
  next: CompleteManifest,
): Promise<Stored> {
  const bytes = new TextEncoder().encode(next.sealed)
  const sealed = await sha256Hex(bytes)
  // The keyring as a file too: with it the files alone can be played again.
  const ring = new TextEncoder().encode(next.keyringSealed)
  const ringName = await sha256Hex(ring)
  for (const [name, what] of [
    [ringName, ring],
    [sealed, bytes],
  ] as const) {
    const put = await deps.files.put(name, what)
    if (!put.ok) return put
  }
  const before = deps.state.get()
  const stored = await deps.state.change((now) => ({
    ...named(now, next, sealed),
    keyringFile: ringName,
  }))
  if (!stored.ok) {
    // Memory must not run ahead of the disk: what plays is what would boot.
    deps.state.note((now) => ({
      ...now,
      current: before.current,
      previous: before.previous,
      etag: before.etag,
    }))
    return stored
  }
  const { current, previous } = deps.programme.parts()
  const same = current?.number === next.manifest.number
  deps.programme.set({
    keyring: next.keyring,
    current: next.manifest,
    previous: same ? previous : current,
    pending: null,
  })
  deps.log.info({ number: next.manifest.number }, 'manifest switched')
  await sayReceivedOf(deps, next.manifest)
  return { ok: true }
}

function named(
  now: SavedState,
  next: CompleteManifest,
  sealed: string,
): SavedState {
  const { number } = next.manifest
  const current: KeptManifest = { number, sealed }
  return {
    ...now,
    keyring: next.keyringSealed,
    highestKeyring: Math.max(now.highestKeyring, next.keyring.number),
    current,
    previous: now.current?.number === number ? now.previous : now.current,
    highestManifest: Math.max(now.highestManifest, number),
    etag: next.etag,
  }
}

/** A screen that was off takes its notices with the manifest. */
async function sayReceivedOf(deps: Deps, manifest: Manifest): Promise<void> {
  const now = deps.clock.now()
  for (const { notice, to } of noticesFor(manifest)) {
    if (to <= now) continue
    if (wordOf(deps.state.get().noticeWords, notice)?.received) continue
    await sayWord(deps, { notice, state: 'received', at: now })
  }
}
