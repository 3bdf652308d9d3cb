import { compactVerify, decodeProtectedHeader, importJWK } from 'jose'
import type { z } from 'zod'
import { homecomingSchema, type Homecoming } from '../contract/bundle.js'
import { checkpointSchema, type Checkpoint } from '../contract/checkpoint.js'
import { keyringSchema, type Keyring } from '../contract/keyring.js'
import { manifestSchema, type Manifest } from '../contract/manifest.js'
import {
  noticeSchema,
  recallSchema,
  type Notice,
  type Recall,
} from '../contract/notice.js'
import { sealedSchema, type PublicJwk } from '../contract/primitives.js'
import {
  receiptSchema,
  type Receipt,
  type Refusal,
} from '../contract/receipt.js'
import {
  pairingProofSchema,
  sealedTimeSchema,
  type PairingProof,
} from '../contract/screen-link.js'
import { PROTOCOL_VERSION } from '../contract/version.js'
import { SEAL_ALGORITHM, sealType, type SealKind } from './seal.js'

/**
 * The gate of truth 2: nothing unsealed reaches the glass. Everything here
 * takes a stranger's string and answers a value or a named refusal; it never
 * throws for bad input.
 */
export type Opened<T> =
  { ok: true; value: T } | { ok: false; reason: Refusal; detail: string }

/** Longest a notice may live after it was issued (contract/notice.ts). */
export const NOTICE_MAX_MS = 24 * 60 * 60 * 1000
/** Longest life of a hold: it waits for a person, not for a clock. */
export const HOLD_MAX_MS = 90 * NOTICE_MAX_MS

/**
 * Opens a keyring with the pinned root key. A number below `newest` is
 * `older`; the same number is welcome, it travels with every manifest.
 */
export async function openKeyring(
  jws: string,
  opts: { rootKey: PublicJwk; newest?: number },
): Promise<Opened<Keyring>> {
  const opened = await openWith('keyring', jws, keyringSchema, opts.rootKey)
  if (opened.ok && opened.value.number < (opts.newest ?? 0)) {
    return refuse(
      'older',
      `keyring ${opened.value.number}, newest seen ${opts.newest}`,
    )
  }
  return opened
}

/**
 * Opens a manifest for one screen. Its number must be above `newest` (0: none
 * seen), or equal with `allowSame`, which is how a screen reopens the one it
 * keeps on disk: a key that has ended since is then still believed, because a
 * screen without a network has to play on. `now` in milliseconds.
 */
export async function openManifest(
  jws: string,
  opts: {
    keyring: Keyring
    screenId: string
    newest: number
    now: number
    allowSame?: boolean
  },
): Promise<Opened<Manifest>> {
  const opened = await openSealed('manifest', jws, manifestSchema, {
    keyring: opts.keyring,
    ...(opts.allowSame ? {} : { freshAt: opts.now }),
  })
  if (!opened.ok) return opened
  const { screen, number } = opened.value
  if (screen.id !== opts.screenId) {
    return refuse('wrong_screen', `manifest is for screen ${screen.id}`)
  }
  const lowest = opts.allowSame ? opts.newest : opts.newest + 1
  if (number < lowest) {
    return refuse('older', `manifest ${number}, newest seen ${opts.newest}`)
  }
  return opened
}

/** Opens a notice that is for this screen and has not ended at `now` (ms). */
export async function openNotice(
  jws: string,
  opts: { keyring: Keyring; screenId: string; now: number },
): Promise<Opened<Notice>> {
  const opened = await openSealed('notice', jws, noticeSchema, opts)
  if (!opened.ok) return opened
  const notice = opened.value
  if (!notice.screens.includes(opts.screenId)) {
    return refuse('wrong_screen', `notice ${notice.id} is for other screens`)
  }
  const expiresAt = Date.parse(notice.expiresAt)
  // Also what keeps a stolen, ended key from speaking: it would have to date
  // its notice back, and a notice dates itself out within a day.
  const longest = notice.hold === true ? HOLD_MAX_MS : NOTICE_MAX_MS
  // A hold lives long, so the key that sealed it must still be in force.
  const fresh = notice.hold === true ? await stillSealed(jws, opts) : opened
  if (!fresh.ok) return fresh
  if (expiresAt > Date.parse(notice.issuedAt) + longest) {
    return refuse('malformed', 'notice lives longer than it may')
  }
  if (expiresAt <= opts.now) {
    return refuse('expired', `notice ended at ${notice.expiresAt}`)
  }
  return opened
}

function stillSealed(
  jws: string,
  opts: { keyring: Keyring; now: number },
): Promise<Opened<Notice>> {
  const { keyring, now: freshAt } = opts
  return openSealed('notice', jws, noticeSchema, { keyring, freshAt })
}

/** Opens a recall for this screen. Recalls have no end. */
export async function openRecall(
  jws: string,
  opts: { keyring: Keyring; screenId: string; now: number },
): Promise<Opened<Recall>> {
  const opened = await openSealed('recall', jws, recallSchema, opts)
  if (opened.ok && !opened.value.screens.includes(opts.screenId)) {
    return refuse('wrong_screen', `recall ${opened.value.id} is for others`)
  }
  return opened
}

/** Opens a receipt with the key of the screen that must have signed it. */
export async function openReceipt(
  jws: string,
  opts: { key: PublicJwk; screenId: string },
): Promise<Opened<Receipt>> {
  const opened = await openWith('receipt', jws, receiptSchema, opts.key)
  if (opened.ok && opened.value.screenId !== opts.screenId) {
    return refuse('wrong_screen', `receipt of ${opened.value.screenId}`)
  }
  return opened
}

/** Opens the proof that whoever asks to pair holds the key it offers. */
export function openPairingProof(
  jws: string,
  opts: { key: PublicJwk },
): Promise<Opened<PairingProof>> {
  return openWith('pairing', jws, pairingProofSchema, opts.key)
}

/** Opens what a screen without a network says, with that screen's key. */
export async function openHomecoming(
  jws: string,
  opts: { key: PublicJwk; screenId: string },
): Promise<Opened<Homecoming>> {
  const opened = await openWith('homecoming', jws, homecomingSchema, opts.key)
  if (opened.ok && opened.value.screenId !== opts.screenId) {
    return refuse('wrong_screen', `homecoming of ${opened.value.screenId}`)
  }
  return opened
}

/** Opens what the CMS says the time is, in answer to our own `nonce`. */
export async function openTime(
  jws: string,
  opts: { keyring: Keyring; nonce: string },
): Promise<Opened<number>> {
  const header = readHeader('time', jws)
  if (!header.ok) return header
  const entry = opts.keyring.keys.find((key) => key.kid === header.value)
  if (!entry) return refuse('unknown_key', `no key ${header.value} in keyring`)
  const opened = await openWith('time', jws, sealedTimeSchema, entry.key)
  if (!opened.ok) return opened
  if (opened.value.nonce !== opts.nonce)
    return refuse('older', 'an answer to another question')
  return { ok: true, value: Date.parse(opened.value.now) }
}

/** Opens a checkpoint of the audit with the keyring that was in force. */
export function openCheckpoint(
  jws: string,
  opts: { keyring: Keyring },
): Promise<Opened<Checkpoint>> {
  return openSealed('checkpoint', jws, checkpointSchema, opts)
}

type Issued = { issuedAt: string }

/**
 * Opens with the keyring's key named by `kid`. The key must have been in force
 * when the thing was issued and, with `freshAt`, may not have ended by then.
 */
async function openSealed<T extends Issued>(
  kind: SealKind,
  jws: string,
  schema: z.ZodType<T>,
  opts: { keyring: Keyring; freshAt?: number },
): Promise<Opened<T>> {
  const header = readHeader(kind, jws)
  if (!header.ok) return header
  const entry = opts.keyring.keys.find((key) => key.kid === header.value)
  if (!entry) return refuse('unknown_key', `no key ${header.value} in keyring`)
  const opened = await openWith(kind, jws, schema, entry.key)
  if (!opened.ok) return opened
  const issuedAt = Date.parse(opened.value.issuedAt)
  const notAfter = Date.parse(entry.notAfter)
  if (issuedAt < Date.parse(entry.notBefore) || issuedAt > notAfter) {
    return refuse('unknown_key', `key ${entry.kid} was not in force`)
  }
  if (opts.freshAt !== undefined && opts.freshAt > notAfter) {
    return refuse('unknown_key', `key ${entry.kid} has ended`)
  }
  return opened
}

/** Header, signature, JSON, protocol, shape: in this order. */
async function openWith<T>(
  kind: SealKind,
  jws: string,
  schema: z.ZodType<T>,
  key: PublicJwk,
): Promise<Opened<T>> {
  const header = readHeader(kind, jws)
  if (!header.ok) return header
  const bytes = await verified(jws, key)
  if (!bytes) return refuse('bad_seal', 'the signature does not fit')
  const payload = parseJson(bytes)
  if (payload === undefined) return refuse('malformed', 'not JSON')
  if (protocolOf(payload) > PROTOCOL_VERSION) {
    return refuse('too_new', `protocol ${protocolOf(payload)}`)
  }
  const parsed = schema.safeParse(payload)
  if (parsed.success) return { ok: true, value: parsed.data }
  const issue = parsed.error.issues[0]
  return refuse(
    'malformed',
    `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
  )
}

/** The `kid` of a JWS of this kind; refuses other kinds and algorithms. */
function readHeader(kind: SealKind, jws: string): Opened<string> {
  if (!sealedSchema.safeParse(jws).success) {
    return refuse('malformed', 'not a compact JWS')
  }
  try {
    const { alg, typ, kid } = decodeProtectedHeader(jws)
    if (alg !== SEAL_ALGORITHM) return refuse('bad_seal', `algorithm ${alg}`)
    if (typ !== sealType(kind)) return refuse('bad_seal', `sealed as ${typ}`)
    if (typeof kid !== 'string' || kid === '') {
      return refuse('malformed', 'no key id')
    }
    return { ok: true, value: kid }
  } catch {
    // The header is a stranger's bytes; jose says no more than "invalid".
    return refuse('malformed', 'unreadable header')
  }
}

async function verified(
  jws: string,
  { kty, crv, x }: PublicJwk,
): Promise<Uint8Array | null> {
  try {
    const key = await importJWK({ kty, crv, x }, SEAL_ALGORITHM)
    const { payload } = await compactVerify(jws, key, {
      algorithms: [SEAL_ALGORITHM],
    })
    return payload
  } catch {
    // Every way a signature can fail is one refusal for us.
    return null
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    // Sealed by a key we trust and still not JSON: refused as malformed.
    return undefined
  }
}

function protocolOf(payload: unknown): number {
  const protocol = (payload as { protocol?: unknown } | null)?.protocol
  return typeof protocol === 'number' ? protocol : 0
}

function refuse(
  reason: Refusal,
  detail: string,
): { ok: false; reason: Refusal; detail: string } {
  return { ok: false, reason, detail: detail.slice(0, 200) }
}
