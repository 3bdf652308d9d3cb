import { z } from 'zod'
import { bundleNoteSchema } from './bundle.js'
import { manifestSchema } from './manifest.js'
import { instantSchema, sha256Schema } from './primitives.js'
import { netTroubleSchema } from './screen-link.js'

/*
 * What the core and the stage say to each other on loopback.
 * Core → stage: server-sent events on GET /stage/events, one JSON `StageState`
 * per message, whole each time, so that a stage that reloads needs no history.
 * Stage → core: POST /stage/heartbeat and POST /stage/shown.
 * Files: GET /files/:sha256. All need the cookie set by GET /?token=….
 */
export const stageStateSchema = z.object({
  /** Add to the page's own clock to get trusted time, in milliseconds. */
  clockOffsetMs: z.number(),
  screenName: z.string(),
  link: z.enum(['online', 'offline']),
  /** `wrong`: no clock may be shown, and nothing timed is in the manifest. */
  clock: z.enum(['good', 'wrong']).optional(),
  /** What became of a stick; one calm line for a while. */
  note: bundleNoteSchema.optional(),
  mode: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('pairing'),
      code: z.string().optional(),
      /** Where to claim it, for the QR. */
      claimUrl: z.string().optional(),
      /** "CON VOI – 42": the same words stand in the console. */
      fingerprint: z.string().optional(),
      expiresAt: instantSchema.optional(),
    }),
    /** No address of a CMS yet, or no way to it, and not paired. */
    z.object({
      kind: z.literal('setup'),
      cmsAddress: z.string().optional(),
      trouble: netTroubleSchema.optional(),
      /** The box's own addresses; none: no cable and no Wi-Fi. */
      addresses: z.array(z.string()).max(8),
    }),
    z.object({
      kind: z.literal('playing'),
      /** With inline notices and recalls already applied. */
      manifest: manifestSchema,
    }),
    /** Paired, but nothing was ever fetched. */
    z.object({ kind: z.literal('waiting') }),
  ]),
})
export type StageState = z.infer<typeof stageStateSchema>

/** Twice a second. The shell restarts a stage that stops saying it. */
export const stageHeartbeatSchema = z.object({
  at: instantSchema,
  visible: z.boolean(),
  width: z.number().int().nonnegative(),
  height: z.number().int().nonnegative(),
  showing: z
    .object({
      kind: z.enum(['item', 'notice', 'holding']),
      id: z.string().max(60),
      slide: sha256Schema.optional(),
      since: instantSchema,
    })
    .nullable(),
  /** Longest gap between two painted frames since the last heartbeat. */
  longestGapMs: z.number().nonnegative(),
})
export type StageHeartbeat = z.infer<typeof stageHeartbeatSchema>

/** After two painted frames of a visible page; and when a showing ends. */
export const stageShownSchema = z.object({
  kind: z.enum(['item', 'notice', 'holding']),
  id: z.string().max(60),
  slide: sha256Schema.optional(),
  at: instantSchema,
  event: z.enum(['painted', 'ended', 'failed']),
  /** With `ended`: how long it was on. */
  seconds: z.number().nonnegative().optional(),
  reason: z.string().max(200).optional(),
})
export type StageShown = z.infer<typeof stageShownSchema>
