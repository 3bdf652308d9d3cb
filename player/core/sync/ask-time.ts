import type { Clock } from '../../../shared/kernel/clock.js'
import type { Log } from '../../../shared/kernel/log.js'
import { timeAnswerSchema } from '../../../shared/contract/screen-link.js'
import type { Transport } from '../ports.js'
import type { TrustedClock } from './trusted-clock.js'

const SAMPLES = 3

type Deps = {
  transport: Pick<Transport, 'getTime'>
  machineClock: Clock
  clock: TrustedClock
  log: Log
}

/**
 * Sets the trusted clock from the CMS: of three answers the one with the
 * shortest round trip. False when none came or none could be believed.
 */
export async function askTime(deps: Deps): Promise<boolean> {
  let best: { now: number; sentAt: number; heardAt: number } | null = null
  for (let i = 0; i < SAMPLES; i += 1) {
    const sentAt = deps.machineClock.now()
    const answer = await deps.transport.getTime()
    const heardAt = deps.machineClock.now()
    if (!answer.ok) break
    const parsed = timeAnswerSchema.safeParse(answer.value)
    // A machine clock that is set meanwhile makes a round trip meaningless.
    if (!parsed.success || heardAt < sentAt) break
    if (!best || heardAt - sentAt < best.heardAt - best.sentAt)
      best = { now: Date.parse(parsed.data.now), sentAt, heardAt }
  }
  if (!best) return false
  const taken = deps.clock.learn(best.now, best.sentAt, best.heardAt)
  if (!taken)
    deps.log.warn({ now: best.now }, 'time before a sealed instant refused')
  return taken
}
