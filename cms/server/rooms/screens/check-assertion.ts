import type { PublicJwk } from '../../../../shared/contract/primitives.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { verifyAssertion } from '../../../../shared/seal/assertion.js'

/**
 * Passes when the token is this subject's own word and fresh at `now` (ms).
 * Throws auth.assertion_clock when the token would do but for its time, so
 * that the screen asks us the time and tries again, or auth.assertion_invalid.
 */
export async function checkAssertion(
  token: string,
  expected: { key: PublicJwk; subject: string; now: number },
): Promise<void> {
  const verdict = await verifyAssertion(token, expected)
  if (verdict.ok) return
  const { reason } = verdict
  if (reason === 'expired' || reason === 'clock')
    throw new AppError('auth.assertion_clock', {
      now: new Date(expected.now).toISOString(),
    })
  throw new AppError('auth.assertion_invalid', { reason })
}
