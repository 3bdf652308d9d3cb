import { createHash } from 'node:crypto'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import {
  isForgotten,
  isWithin,
  tryPolicy,
  waitMs,
  type TryPolicy,
} from './sign-in-tries.rules.js'
import type { TryRepository } from './try.repository.js'

const DAY_MS = 86_400_000

type Deps = { tries: TryRepository; clock: Clock }

/** One count a try falls under. `shared`: others' tries fall under it too. */
export type TryCount = { name: string; policy: TryPolicy; shared?: boolean }

/** How many failures cost nothing; tests make them small or large. */
export type TryLimits = { signIn: number; signInPerAddress: number }

/** Who tries, as far as can be told before it is proved. */
export type Trier = {
  address: string | null
  /** Of the browser's device cookie; null without one. */
  deviceHash: string | null
}

/**
 * Under what a try to prove to be this person is counted. `what` tells kinds
 * of proof apart; `personId` is null for a name nobody has.
 */
export async function countsFor(
  deps: Deps & { limits: TryLimits },
  trier: Trier,
  target: { what: string; name: string; personId: string | null },
): Promise<TryCount[]> {
  const { limits, tries } = deps
  const { deviceHash } = trier
  const { what, name, personId } = target
  const own = tryPolicy(limits.signIn)
  if (
    deviceHash !== null &&
    personId !== null &&
    (await tries.knowsDevice(deviceHash, personId))
  )
    return [{ name: `${what} device ${deviceHash} ${personId}`, policy: own }]
  const address = trier.address ?? 'unknown'
  return [
    {
      name: `address ${address}`,
      policy: tryPolicy(limits.signInPerAddress),
      shared: true,
    },
    { name: `${what} ${address} ${name}`, policy: own },
  ]
}

/**
 * Counts a try before it is looked at; call what it returns when it turned out
 * right. Throws `request.too_many` with the seconds to wait.
 */
export async function openTry(
  deps: Deps,
  counts: readonly TryCount[],
): Promise<() => Promise<void>> {
  const { tries, clock } = deps
  const now = clock.now()
  await tries.forgetBefore(new Date(now - DAY_MS).toISOString())
  for (const { name, policy } of counts) {
    const key = keyOf(name)
    const known = await tries.find(key)
    refuseFor(waitMs(policy, known, now))
    if (known !== null && isForgotten(policy, known, now))
      await tries.forget(key)
    const fresh = known === null || isForgotten(policy, known, now)
    const counted = await tries.count(key, isoNow(clock))
    if (!isWithin(policy, fresh ? 0 : known.failures, counted))
      refuseFor(policy.firstMs)
  }
  return async () => {
    for (const { name, shared } of counts)
      if (shared) await tries.takeBack(keyOf(name))
      else await tries.forget(keyOf(name))
  }
}

function refuseFor(ms: number): void {
  if (ms > 0)
    throw new AppError('request.too_many', { seconds: Math.ceil(ms / 1000) })
}

/** Hashed: what was typed as a name may be a password. */
function keyOf(name: string): string {
  return createHash('sha256').update(name).digest('hex')
}
