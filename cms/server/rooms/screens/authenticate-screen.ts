import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Clock } from '../../../../shared/kernel/clock.js'
import { readAssertionSubject } from '../../../../shared/seal/assertion.js'
import { checkAssertion } from './check-assertion.js'
import type { Screen, ScreenRepository } from './screen.repository.js'

/** A paired screen, as doors hand it on. */
export type PairedScreen = Screen

type Deps = { screens: Pick<ScreenRepository, 'find'>; clock: Clock }

/**
 * The paired screen that signed this token. Asked on every request, so that a
 * revocation holds from the next one on. Throws auth.required without a
 * token, auth.assertion_invalid, auth.assertion_clock, screen.revoked.
 */
export async function authenticateScreen(
  deps: Deps,
  token: string | null,
): Promise<Screen> {
  if (!token) throw new AppError('auth.required', {})
  const subject = readAssertionSubject(token)
  const screen = subject ? await deps.screens.find(subject) : null
  if (!screen) throw new AppError('auth.assertion_invalid', {})
  await checkAssertion(token, {
    key: screen.publicKey,
    subject: screen.id,
    now: deps.clock.now(),
  })
  // Only who holds the key learns that it no longer counts.
  if (screen.revokedAt !== null)
    throw new AppError('screen.revoked', { id: screen.id })
  return screen
}
