/* What the parts of a session share, and what they make of it. */
import type { Keyring } from '../../shared/contract/keyring.js'
import {
  type NetTrouble,
  type StorageHealth,
  manifestAnswerSchema,
} from '../../shared/contract/screen-link.js'
import { openKeyring } from '../../shared/seal/open.js'
import { fetchFile, type OpenStream } from './cache/fetch-file.js'
import type { HotFiles } from './cache/hot-files.js'
import { type Kept } from './cache/sweep-files.js'
import type { Host } from './ports.js'
import type { WordDeps } from './programme/notice-words.js'
import { type Programme } from './programme/programme.js'
import { type TakeDeps } from './programme/take-notice.js'
import type { Keeper } from './keep-document.js'
import type { Identity, Journal, Pairing, SavedState } from './saved-state.js'
import { type Refusals } from './sync/refusals.js'
import type { TrustedClock } from './sync/trusted-clock.js'

const KEYRING_AGAIN_MS = 10_000

export type SessionDeps = Host & {
  identity: Identity
  pairing: Pairing
  state: Keeper<SavedState>
  journal: Keeper<Journal>
  clock: TrustedClock
  hot: HotFiles
  assertion(): Promise<string>
  askTime(): Promise<boolean>
  storageHealth(): StorageHealth
  /** Why the CMS was not reached the last time; null: it was. */
  netTrouble(): NetTrouble | null
  /** The stage has something new to show. */
  changed(): void
}

/** What the parts of a session share. */
export type Shared = SessionDeps & {
  programme: Programme
  refusals: Refusals
  words: WordDeps
  open: OpenStream
}

/** Everything held that files are kept for. */
export function kept(shared: Shared): Kept {
  const parts = shared.programme.parts()
  const manifests = [parts.current, parts.previous, parts.pending]
  const saved = shared.state.get()
  const seals = [saved.current, saved.previous, ...saved.orders]
  return {
    manifests: manifests.filter((m) => m !== null),
    notices: parts.notices.map(({ notice }) => notice),
    seals: [
      ...(saved.keyringFile ? [saved.keyringFile] : []),
      ...seals.flatMap((one) => (one ? [one.sealed] : [])),
      ...[...parts.notices, ...parts.recalls].map(({ sealed }) => sealed),
    ],
  }
}

/** What taking a pushed order needs. */
export function takeDeps(shared: Shared): TakeDeps {
  const { files } = shared.stores
  return {
    ...shared,
    ...shared.words,
    files,
    hold: shared.hot.put,
    release: shared.hot.drop,
    freshKeyring: keyringFetcher(shared),
    async fetch(slide) {
      const file = { ...slide, mediaType: 'text/html' }
      const { signal } = new AbortController()
      return (await fetchFile({ ...shared, files }, file, signal)).ok
    },
    refuse: shared.refusals.add,
  }
}

/** Asks for a newer keyring, not more often than every ten seconds. */
function keyringFetcher(shared: Shared): () => Promise<Keyring | null> {
  let askedAt = Number.NEGATIVE_INFINITY
  return async () => {
    if (shared.steadyClock.now() - askedAt < KEYRING_AGAIN_MS) return null
    askedAt = shared.steadyClock.now()
    const answer = await shared.transport.getKeyring(await shared.assertion())
    const parsed = answer.ok
      ? manifestAnswerSchema.pick({ keyring: true }).safeParse(answer.value)
      : null
    if (!parsed?.success) return null
    const opened = await openKeyring(parsed.data.keyring, {
      rootKey: shared.pairing.rootKey,
      newest: shared.state.get().highestKeyring,
    })
    if (!opened.ok) {
      shared.refusals.add('keyring', opened.reason, opened.detail)
      return null
    }
    shared.programme.set({ keyring: opened.value })
    void shared.state.change((now) => ({
      ...now,
      keyring: parsed.data.keyring,
      highestKeyring: opened.value.number,
    }))
    return opened.value
  }
}
