/**
 * Slowing those who guess without locking out those who know: failures are
 * counted per address and name, so a stranger elsewhere cannot use up the
 * tries of the real person; and a browser on which that person has signed in
 * before has tries of its own, so not even a neighbour at the same address can.
 */
export type TryPolicy = {
  /** Failures that cost no waiting. */
  free: number
  /** The wait after the first failure beyond; each further one doubles it. */
  firstMs: number
  maxMs: number
  /** So long after the last failure all is forgotten. */
  forgetMs: number
}

export type Failures = { failures: number; lastAt: string }

const SECOND = 1000
const MINUTE = 60 * SECOND

/** Half a minute, one, two … a quarter of an hour. */
export function tryPolicy(free: number): TryPolicy {
  return {
    free,
    firstMs: 30 * SECOND,
    maxMs: 15 * MINUTE,
    forgetMs: 60 * MINUTE,
  }
}

/** How long until the next try is taken, ms; 0: now. */
export function waitMs(
  policy: TryPolicy,
  known: Failures | null,
  now: number,
): number {
  if (known === null || isForgotten(policy, known, now)) return 0
  const beyond = known.failures - policy.free
  if (beyond < 0) return 0
  const wait = Math.min(policy.maxMs, policy.firstMs * 2 ** beyond)
  return Math.max(0, Date.parse(known.lastAt) + wait - now)
}

export function isForgotten(
  policy: TryPolicy,
  known: Failures,
  now: number,
): boolean {
  return Math.abs(now - Date.parse(known.lastAt)) > policy.forgetMs
}

/**
 * Whether a try may go on after it was counted: many at once all find the book
 * clean, so who finds more counted than it saw has to wait like the rest.
 */
export function isWithin(
  policy: TryPolicy,
  seen: number,
  counted: number,
): boolean {
  return counted <= policy.free || counted === seen + 1
}
