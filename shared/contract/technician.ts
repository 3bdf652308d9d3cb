import { z } from 'zod'
import { explanationSchema } from './api/screens.js'
import { instantSchema } from './primitives.js'
import { netTroubleSchema, statusSchema } from './screen-link.js'
import { pinHashSchema } from './technician-pin.js'

/*
 * What the glass and the core say to each other when a technician stands
 * before it. POST /technician/open with a PIN opens a session; every act at
 * POST /technician/act carries it. Both need the page's own token as well.
 */

/**
 * The keys that call the technician's page, by their place on the board: Ctrl
 * and Alt with K (kỹ thuật), or with L for the other language.
 */
export const TECHNICIAN_KEY = 'KeyK'
export const LANGUAGE_KEY = 'KeyL'

export type PressedKey = {
  code: string
  control: boolean
  alt: boolean
  meta: boolean
}

/** The one shortcut that the kiosk lets through. */
export function isTechnicianChord(key: PressedKey): boolean {
  const ours = key.code === TECHNICIAN_KEY || key.code === LANGUAGE_KEY
  return ours && key.control && key.alt && !key.meta
}

export const openTechnicianSchema = z.object({ pin: z.string().max(40) })

/** `waitSeconds`: no guess is looked at before. It never locks for good. */
export const technicianOpenedSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), session: z.string() }),
  z.object({
    ok: z.literal(false),
    reason: z.enum(['wrong_pin', 'wait']),
    waitSeconds: z.number().int().nonnegative(),
  }),
])
export type TechnicianOpened = z.infer<typeof technicianOpenedSchema>

/** An address of a CMS as a person types it: a name alone means https. */
export const cmsAddressSchema = z
  .string()
  .trim()
  .max(300)
  .transform((typed) => (typed.includes('://') ? typed : `https://${typed}`))
  .pipe(z.string().refine(isPlainAddress))
  .transform((address) => address.replace(/\/+$/, ''))

/** http or https, a host, and nothing that does not belong to a place. */
function isPlainAddress(address: string): boolean {
  try {
    const { protocol, username, password, search, hash } = new URL(address)
    const isWeb = protocol === 'https:' || protocol === 'http:'
    return isWeb && username + password + search + hash === ''
  } catch {
    // No address at all.
    return false
  }
}

const ipv4 = z.ipv4()
export const wiredAddressSchema = z.discriminatedUnion('method', [
  z.object({ method: z.literal('auto') }),
  z.object({
    method: z.literal('manual'),
    address: ipv4,
    prefix: z.number().int().min(1).max(32),
    gateway: ipv4,
    dns: z.array(ipv4).min(1).max(3),
  }),
])
export type WiredAddress = z.infer<typeof wiredAddressSchema>

/** IEEE 802.11: a name has at most 32 bytes; WPA: a passphrase 8 to 63. */
export const wifiSchema = z.object({
  name: z
    .string()
    .min(1)
    .refine((name) => new TextEncoder().encode(name).length <= 32),
  passphrase: z.union([z.literal(''), z.string().min(8).max(63)]),
})
export type Wifi = z.infer<typeof wifiSchema>

export const technicianActSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('look') }),
  z.object({ act: z.literal('set_cms'), address: z.string().max(300) }),
  z.object({ act: z.literal('list_wifi') }),
  z.object({ act: z.literal('join_wifi'), wifi: wifiSchema }),
  z.object({ act: z.literal('set_wired'), wired: wiredAddressSchema }),
  z.object({ act: z.literal('save_logs') }),
  z.object({ act: z.literal('eject') }),
  z.object({ act: z.literal('restart') }),
  z.object({ act: z.literal('leave') }),
  z.object({ act: z.literal('close') }),
])
export type TechnicianAct = z.infer<typeof technicianActSchema>
export const technicianOrderSchema = z.object({
  session: z.string().max(100),
  order: technicianActSchema,
})

/** Why an act was not done. */
export const technicianRefusalSchema = z.enum([
  'no_session',
  'bad_address',
  /** Something answers there, but it is no CMS of ours. */
  'not_a_cms',
  'not_kept',
  /** The box has no NetworkManager, or no right to use it. */
  'no_network_manager',
  'network_refused',
  'no_stick',
  'not_ejected',
  'not_here',
])
export type TechnicianRefusal = z.infer<typeof technicianRefusalSchema>

export const technicianFactsSchema = z.object({
  screenName: z.string(),
  screenId: z.string().nullable(),
  cms: z.object({
    address: z.string().nullable(),
    online: z.boolean(),
    trouble: netTroubleSchema.nullable(),
  }),
  manifest: z
    .object({ number: z.number().int(), issuedAt: instantSchema })
    .nullable(),
  /** Title of what is on; null: the holding slide, or nothing yet. */
  showing: z.string().nullable(),
  explanations: z.array(explanationSchema),
  /** Null before pairing. */
  status: statusSchema.nullable(),
  clock: z.object({
    now: instantSchema,
    source: z.enum(['cms', 'ntp', 'machine', 'last_known']),
    offsetMs: z.number(),
  }),
})
export type TechnicianFacts = z.infer<typeof technicianFactsSchema>

export const technicianViewSchema = technicianFactsSchema.extend({
  version: z.string(),
  platform: z.string(),
  host: z.string(),
  memoryBytes: z.number(),
  uptimeSeconds: z.number(),
  diskFreeBytes: z.number(),
  network: z.object({
    addresses: z.array(z.string()),
    /** Whether Wi-Fi and addresses can be set from here. */
    manager: z.boolean(),
  }),
  /** Newest last: what was warned of. */
  troubles: z.array(z.string().max(300)).max(8),
  sticks: z.number().int().nonnegative(),
})
export type TechnicianView = z.infer<typeof technicianViewSchema>

export const technicianAnswerSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    view: technicianViewSchema.optional(),
    /** Names of networks in the air, the strongest first. */
    wifi: z.array(z.string()).optional(),
    /** Where the logs were written. */
    path: z.string().optional(),
    onStick: z.boolean().optional(),
  }),
  z.object({
    ok: z.literal(false),
    reason: technicianRefusalSchema,
    trouble: netTroubleSchema.optional(),
    detail: z.string().max(300).optional(),
  }),
])
export type TechnicianAnswer = z.infer<typeof technicianAnswerSchema>

/** What a box keeps of its installation and of what a technician set. */
export const boxSetupSchema = z.object({
  format: z.literal(1),
  /** Of the PIN that was printed when it was installed. */
  pin: pinHashSchema.nullable(),
  /** The address set on the glass, and the one it was started with then. */
  cms: z
    .object({ address: z.string().max(300), insteadOf: z.string().nullable() })
    .nullable(),
})
export type BoxSetup = z.infer<typeof boxSetupSchema>
