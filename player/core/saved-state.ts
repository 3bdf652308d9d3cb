/*
 * What survives a power cut. Three documents by how dear they are: the
 * identity (lost: a person must pair again), the state (lost: one re-sync), and
 * the journal (lost: minutes of counters). Long seals are kept as files named
 * by their hash, so that each write to flash stays small.
 */
import type { PublicJwk } from '../../shared/contract/primitives.js'
import type { AsRun } from '../../shared/contract/receipt.js'
import type { PrivateJwk } from '../../shared/seal/keys.js'

export type Pairing = {
  screenId: string
  screenName: string
  organisation: string
  /** Pinned for good. */
  rootKey: PublicJwk
}

export type Identity = {
  publicKey: PublicJwk
  privateKey: PrivateJwk
  pairing: Pairing | null
}

/** A sealed manifest, kept as a file under `sealed`. */
export type KeptManifest = { number: number; sealed: string }

/** A sealed order that came inline, kept as a file under `sealed`. */
export type KeptOrder = { kind: 'notice' | 'recall'; sealed: string }

/** What this screen has said of one version of a notice; instants. */
export type NoticeWord = {
  noticeId: string
  version: number
  expiresAt: string
  received: string | null
  shown: string | null
  slide: string | null
  ended: string | null
}

export type SavedState = {
  format: 1
  /** The newest keyring, a JWS. */
  keyring: string | null
  highestKeyring: number
  /** The same keyring as a file, so that the files alone can be played. */
  keyringFile?: string | undefined
  current: KeptManifest | null
  previous: KeptManifest | null
  highestManifest: number
  etag: string | null
  orders: KeptOrder[]
  noticeWords: NoticeWord[]
  /** Signed and not yet taken by the CMS. */
  receipts: string[]
}

export type Journal = {
  format: 1
  asRun: AsRun[]
  /** Trusted time less the machine's own, and the last instant known. */
  clock: { offsetMs: number; lastKnown: number; fromCms: boolean }
  /** When the CMS last said that our manifest is the newest; ms. */
  confirmedAt?: number | undefined
}

export const EMPTY_STATE: SavedState = {
  format: 1,
  keyring: null,
  highestKeyring: 0,
  current: null,
  previous: null,
  highestManifest: 0,
  etag: null,
  orders: [],
  noticeWords: [],
  receipts: [],
}

export const EMPTY_JOURNAL: Journal = {
  format: 1,
  asRun: [],
  clock: { offsetMs: 0, lastKnown: 0, fromCms: false },
}
