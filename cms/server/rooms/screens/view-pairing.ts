import type { PairingView } from '../../../../shared/contract/api/screens.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Clock } from '../../../../shared/kernel/clock.js'
import { fingerprintOf } from '../../../../shared/seal/fingerprint.js'
import type { Actor } from '../accounts/actor.js'
import type { Pairing, PairingRepository } from './pairing.repository.js'
import { normaliseCode } from './pairing.rules.js'

type Deps = { pairings: Pick<PairingRepository, 'findByCode'>; clock: Clock }

/**
 * What stands behind a code, with the words both sides can read to each
 * other. Anyone signed in may look; claiming asks for the right over the
 * area. Throws pairing.not_found, pairing.expired.
 */
export async function viewPairing(
  deps: Deps,
  _actor: Actor,
  code: string,
): Promise<PairingView> {
  const pairing = await openPairingOf(deps, code)
  const { host, platform, width, height } = pairing.player
  return {
    code: pairing.code,
    fingerprint: await fingerprintOf(pairing.publicKey),
    host,
    platform,
    width,
    height,
    expiresAt: pairing.expiresAt,
  }
}

/**
 * The pairing that shows this code and may be claimed now. A claimed one
 * answers like an unknown one: its code is used up.
 */
export async function openPairingOf(
  deps: Deps,
  code: string,
): Promise<Pairing> {
  const pairing = await deps.pairings.findByCode(normaliseCode(code))
  if (!pairing || pairing.screenId !== null)
    throw new AppError('pairing.not_found', {})
  if (Date.parse(pairing.expiresAt) <= deps.clock.now())
    throw new AppError('pairing.expired', {})
  return pairing
}
