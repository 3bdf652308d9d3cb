import { z } from 'zod'
import { fileRefSchema } from './manifest.js'
import {
  idSchema,
  instantSchema,
  orientationSchema,
  publicJwkSchema,
  sealedSchema,
  sha256Schema,
} from './primitives.js'
import { asRunSchema, refusalSchema } from './receipt.js'

/*
 * What a screen and the CMS say to each other over HTTPS and Socket.IO.
 *
 * POST /screen/v1/pairings            → pairingOffer      (unpaired; proof in body)
 * GET  /screen/v1/pairings/:id        → pairingAnswer     (Authorization: Bearer assertion)
 * GET  /screen/v1/time?nonce=…        → { now, sealed }
 * GET  /screen/v1/keyring             → { keyring }        assertion
 * GET  /screen/v1/manifest            → { manifest, keyring }; ETag, 304
 * GET  /screen/v1/files/:sha256       → bytes; Range
 * POST /screen/v1/reports             → { accepted }
 *
 * Assertion: a JWT signed (EdDSA) by the screen's own key: iss = sub = screen id
 * (before pairing: the pairing id), aud = 'bangtin-cms', iat, exp ≤ 5 minutes, jti.
 */
export const ASSERTION_AUDIENCE = 'bangtin-cms'
export const ASSERTION_MAX_SECONDS = 300

/** What an unpaired screen signs, to show that it holds the key it offers. */
export const pairingProofSchema = z.object({
  kind: z.literal('pairing'),
  at: instantSchema,
  nonce: z.string().min(1).max(200),
})
export type PairingProof = z.infer<typeof pairingProofSchema>

export const pairingRequestSchema = z.object({
  protocol: z.number().int().positive(),
  publicKey: publicJwkSchema,
  /** JWS by that key over { kind:'pairing', at, nonce }: proves it is held. */
  proof: sealedSchema,
  player: z.object({
    version: z.string().max(40),
    platform: z.string().max(80),
    host: z.string().max(120),
    width: z.number().int().min(1).max(20_000),
    height: z.number().int().min(1).max(20_000),
  }),
})
export type PairingRequest = z.infer<typeof pairingRequestSchema>

export const pairingOfferSchema = z.object({
  pairingId: idSchema,
  /** Six characters without 0 O 1 I, shown on the glass. */
  code: z.string().regex(/^[2-9A-HJ-NP-Z]{6}$/),
  expiresAt: instantSchema,
})
export type PairingOffer = z.infer<typeof pairingOfferSchema>

export const pairingAnswerSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('waiting'), expiresAt: instantSchema }),
  z.object({ state: z.literal('expired') }),
  z.object({
    state: z.literal('claimed'),
    screenId: idSchema,
    screenName: z.string().max(200),
    organisation: z.string().max(200),
    /** Pinned for good. */
    rootKey: publicJwkSchema,
    keyring: sealedSchema,
  }),
])
export type PairingAnswer = z.infer<typeof pairingAnswerSchema>

/** What the screen makes up, so that no old answer can be played back. */
export const timeNonceSchema = z.string().regex(/^[0-9a-z_-]{8,64}$/i)

export const timeAnswerSchema = z.object({
  now: instantSchema,
  /** A JWS over `sealedTimeSchema`, when the question had a nonce. */
  sealed: sealedSchema.optional(),
  /** For a screen that does not know the key of that seal yet. */
  keyring: sealedSchema.optional(),
})

export const sealedTimeSchema = z.object({
  kind: z.literal('time'),
  now: instantSchema,
  nonce: timeNonceSchema,
})

export const manifestAnswerSchema = z.object({
  manifest: sealedSchema,
  keyring: sealedSchema,
})
export type ManifestAnswer = z.infer<typeof manifestAnswerSchema>

/** Why the CMS cannot be reached, in a technician's word. */
export const netTroubleSchema = z.enum([
  'no_network',
  'no_name',
  'unreachable',
  'timeout',
  /** A sign-in page answers in our place. */
  'captive_portal',
  /** Somebody else's certificate: interception, or a certificate of one's own. */
  'tls_intercepted',
  /** The certificate's dates do not fit our clock. */
  'tls_clock',
  'proxy',
])
export type NetTrouble = z.infer<typeof netTroubleSchema>

/** How the disk is doing, by what really happened to writes. */
export const storageHealthSchema = z.object({
  state: z.enum(['ok', 'full', 'read_only', 'failing']),
  since: instantSchema.optional(),
})
export type StorageHealth = z.infer<typeof storageHealthSchema>

/** Whose time the screen goes by; the last means: known to be wrong. */
export const clockSourceSchema = z.enum(['cms', 'ntp', 'machine', 'last_known'])
export type ClockSource = z.infer<typeof clockSourceSchema>

/** What a screen is doing; the fleet page is made of these. */
export const statusSchema = z.object({
  protocol: z.number().int().positive(),
  at: instantSchema,
  playerVersion: z.string().max(40),
  manifestNumber: z.number().int().nonnegative(),
  /** What the stage last said is painted. */
  showing: z
    .object({
      kind: z.enum(['item', 'notice', 'holding']),
      id: z.string().max(60),
      slide: sha256Schema.optional(),
      since: instantSchema,
    })
    .nullable(),
  stageAlive: z.boolean(),
  sync: z.object({
    state: z.enum(['idle', 'syncing', 'failing']),
    filesMissing: z.number().int().nonnegative(),
    bytesMissing: z.number().int().nonnegative(),
    lastError: z.string().max(200).optional(),
  }),
  refusals: z
    .array(
      z.object({
        what: z.enum(['manifest', 'notice', 'recall', 'file', 'keyring']),
        reason: refusalSchema,
        at: instantSchema,
        detail: z.string().max(200).optional(),
      }),
    )
    .max(20),
  width: z.number().int().nonnegative(),
  height: z.number().int().nonnegative(),
  orientation: orientationSchema,
  clockOffsetMs: z.number(),
  uptimeSeconds: z.number().nonnegative(),
  memoryBytes: z.number().nonnegative(),
  diskFreeBytes: z.number().nonnegative(),
  storage: storageHealthSchema.optional(),
  clockSource: clockSourceSchema.optional(),
  /** The last trouble on the way here, if there was one lately. */
  lastTrouble: netTroubleSchema.optional(),
})
export type ScreenStatus = z.infer<typeof statusSchema>

export const reportSchema = z.object({
  status: statusSchema.optional(),
  /** Receipts, each a JWS signed by the screen. */
  receipts: z.array(sealedSchema).max(200).optional(),
  asRun: z.array(asRunSchema).max(2000).optional(),
})
export type Report = z.infer<typeof reportSchema>

export const reportAnswerSchema = z.object({
  acceptedReceipts: z.number().int().nonnegative(),
})

/** A file that travels inline because a second counts. Its hash is checked. */
export const inlineFileSchema = z.object({
  sha256: sha256Schema,
  mediaType: z.string().max(120),
  base64: z.string().max(4_000_000),
})
export type InlineFile = z.infer<typeof inlineFileSchema>

export const noticePushSchema = z.object({
  sealed: sealedSchema,
  files: z.array(inlineFileSchema).max(32),
  /**
   * What those slides refer to. A screen has it from its manifest, unless a
   * template changed a moment ago: then it fetches what it lacks first.
   */
  kit: z.array(fileRefSchema).max(200).optional(),
})
export type NoticePush = z.infer<typeof noticePushSchema>

export const recallPushSchema = z.object({ sealed: sealedSchema })
export type RecallPush = z.infer<typeof recallPushSchema>

export const releaseNudgeSchema = z.object({
  /** Spread the pull over this many milliseconds, so that a fleet is polite. */
  spreadMs: z.number().int().nonnegative().max(600_000),
})
export type ReleaseNudge = z.infer<typeof releaseNudgeSchema>

/** Why the CMS ends a link. Only a seal changes the glass, never this. */
export const goodbyeSchema = z.object({
  reason: z.enum(['replaced', 'revoked', 'shutdown']),
})
export type Goodbye = z.infer<typeof goodbyeSchema>

/** Socket.IO namespace `/screens`; auth: { assertion, protocol }. */
export type ServerToScreenEvents = {
  release: (nudge: ReleaseNudge) => void
  notice: (push: NoticePush) => void
  recall: (push: RecallPush) => void
  /** The same identity spoke from another place, or it was revoked. */
  goodbye: (why: Goodbye) => void
}
export type ScreenToServerEvents = {
  report: (
    report: Report,
    done: (answer: { ok: boolean; code?: string }) => void,
  ) => void
}
