import type { Clock } from '../../../shared/kernel/clock.js'
import type { Log } from '../../../shared/kernel/log.js'
import type { Keyring } from '../../../shared/contract/keyring.js'
import type { PublicJwk } from '../../../shared/contract/primitives.js'
import { timeAnswerSchema } from '../../../shared/contract/screen-link.js'
import { openKeyring, openTime } from '../../../shared/seal/open.js'
import type { Randomness, Transport } from '../ports.js'
import type { TrustedClock } from './trusted-clock.js'

const SAMPLES = 3

type Deps = {
  transport: Pick<Transport, 'getTime'>
  steadyClock: Clock
  random: Randomness
  clock: TrustedClock
  log: Log
}

/** Whose word counts; null before pairing. */
export type TimeTrust = {
  rootKey: PublicJwk
  /** Number of the newest keyring seen. */
  newest: number
  keyring: Keyring | null
}

/**
 * Sets the trusted clock from the CMS: of three answers the one with the
 * shortest round trip. Once paired, only a sealed answer to our own question
 * counts; before that there is nobody to believe but whoever answers. False
 * when none came or none could be believed.
 */
export async function askTime(
  deps: Deps,
  trust: TimeTrust | null,
): Promise<boolean> {
  let best: { now: number; sentAt: number; heardAt: number } | null = null
  for (let i = 0; i < SAMPLES; i += 1) {
    const nonce = deps.random.id()
    const sentAt = deps.steadyClock.now()
    const answer = await deps.transport.getTime(nonce)
    const heardAt = deps.steadyClock.now()
    if (!answer.ok) break
    const now = await readTime(answer.value, nonce, trust)
    if (now === null) {
      deps.log.warn({}, 'time without a seal of ours refused')
      break
    }
    if (!best || heardAt - sentAt < best.heardAt - best.sentAt)
      best = { now, sentAt, heardAt }
  }
  if (!best) return false
  const taken = deps.clock.learn(best.now, best.sentAt, best.heardAt)
  if (!taken)
    deps.log.warn({ now: best.now }, 'time before a sealed instant refused')
  return taken
}

async function readTime(
  value: unknown,
  nonce: string,
  trust: TimeTrust | null,
): Promise<number | null> {
  const parsed = timeAnswerSchema.safeParse(value)
  if (!parsed.success) return null
  const { now, sealed, keyring } = parsed.data
  if (!trust) return Date.parse(now)
  if (!sealed) return null
  const opened = trust.keyring
    ? await openTime(sealed, { keyring: trust.keyring, nonce })
    : null
  if (opened?.ok) return opened.value
  // The key may be a newer one; its keyring comes along for that.
  const fresh = keyring ? await openKeyring(keyring, trust) : null
  if (!fresh?.ok) return null
  const again = await openTime(sealed, { keyring: fresh.value, nonce })
  return again.ok ? again.value : null
}
