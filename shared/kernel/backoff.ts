/** How waits grow between tries. All in milliseconds; `jitter` is 0–1. */
export type BackoffPolicy = {
  firstMs: number
  maxMs: number
  factor: number
  jitter: number
}

/**
 * The wait before try number `attempt` (0-based): exponential, capped, and
 * spread by ±jitter so that a province of screens does not return at once.
 * `random` is 0–1, injected so that tests are exact.
 */
export function backoffMs(
  policy: BackoffPolicy,
  attempt: number,
  random: number,
): number {
  const grown = policy.firstMs * policy.factor ** Math.min(attempt, 30)
  const capped = Math.min(policy.maxMs, grown)
  const spread = capped * policy.jitter * (2 * random - 1)
  return Math.max(0, Math.round(capped + spread))
}
