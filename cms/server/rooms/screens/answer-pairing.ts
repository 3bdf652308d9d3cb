import type { PairingAnswer } from '../../../../shared/contract/screen-link.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Clock } from '../../../../shared/kernel/clock.js'
import { checkAssertion } from './check-assertion.js'
import type { PairingRepository } from './pairing.repository.js'
import type { ScreenCredentials } from './screen-credentials.js'
import type { ScreenRepository } from './screen.repository.js'

type Deps = {
  pairings: Pick<PairingRepository, 'find'>
  screens: Pick<ScreenRepository, 'find'>
  credentials: ScreenCredentials
  clock: Clock
}

/**
 * Tells an unpaired box, by the assertion of the key it offered, whether a
 * person has claimed it, and if so who it is now and which root key to pin.
 * Throws auth.assertion_invalid (also for a pairing that does not exist, so
 * that ids cannot be tried) or auth.assertion_clock.
 */
export async function answerPairing(
  deps: Deps,
  token: string,
  pairingId: string,
): Promise<PairingAnswer> {
  const pairing = await deps.pairings.find(pairingId)
  if (!pairing) throw new AppError('auth.assertion_invalid', {})
  await checkAssertion(token, {
    key: pairing.publicKey,
    subject: pairing.id,
    now: deps.clock.now(),
  })
  const screen = pairing.screenId
    ? await deps.screens.find(pairing.screenId)
    : null
  if (screen)
    return {
      state: 'claimed',
      screenId: screen.id,
      screenName: screen.settings.name,
      organisation: await deps.credentials.organisation(),
      rootKey: deps.credentials.rootKey,
      keyring: await deps.credentials.keyring(),
    }
  const { expiresAt } = pairing
  return Date.parse(expiresAt) <= deps.clock.now()
    ? { state: 'expired' }
    : { state: 'waiting', expiresAt }
}
