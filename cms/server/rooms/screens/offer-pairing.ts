import type {
  PairingOffer,
  PairingRequest,
} from '../../../../shared/contract/screen-link.js'
import { PROTOCOL_VERSION } from '../../../../shared/contract/version.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Clock } from '../../../../shared/kernel/clock.js'
import type { Log } from '../../../../shared/kernel/log.js'
import { thumbprint } from '../../../../shared/seal/keys.js'
import { openPairingProof } from '../../../../shared/seal/open.js'
import type { PairingRepository } from './pairing.repository.js'
import {
  MAX_OPEN_PAIRINGS,
  newPairingCode,
  PAIRING_LIFE_MS,
} from './pairing.rules.js'

type Deps = {
  pairings: Pick<
    PairingRepository,
    'countOpen' | 'findByCode' | 'findByKey' | 'save'
  >
  clock: Clock
  log: Log
  newId: () => string
}

/**
 * Offers a code to a box that proves it holds its key. One offer per key: a
 * new one replaces the older, whose code dies with it. Lives 10 minutes.
 * Throws protocol.too_new, pairing.bad_proof, pairing.too_many.
 */
export async function offerPairing(
  deps: Deps,
  request: PairingRequest,
): Promise<PairingOffer> {
  if (request.protocol > PROTOCOL_VERSION)
    throw new AppError('protocol.too_new', { protocol: request.protocol })
  const proof = await openPairingProof(request.proof, {
    key: request.publicKey,
  })
  if (!proof.ok)
    throw new AppError('pairing.bad_proof', { reason: proof.reason })
  const now = deps.clock.now()
  const createdAt = new Date(now).toISOString()
  const keyThumbprint = await thumbprint(request.publicKey)
  const earlier = await deps.pairings.findByKey(keyThumbprint)
  const open = await deps.pairings.countOpen(createdAt)
  if (!earlier && open >= MAX_OPEN_PAIRINGS)
    throw new AppError('pairing.too_many', {})
  const { kty, crv, x } = request.publicKey
  const pairing = {
    id: earlier?.id ?? deps.newId(),
    code: await freeCode(deps),
    keyThumbprint,
    publicKey: { kty, crv, x },
    player: request.player,
    createdAt,
    expiresAt: new Date(now + PAIRING_LIFE_MS).toISOString(),
    screenId: null,
  }
  await deps.pairings.save(pairing)
  deps.log.info(
    { pairingId: pairing.id, host: request.player.host },
    'pairing offered',
  )
  const { id: pairingId, code, expiresAt } = pairing
  return { pairingId, code, expiresAt }
}

async function freeCode(deps: Pick<Deps, 'pairings'>): Promise<string> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const code = newPairingCode()
    if (!(await deps.pairings.findByCode(code))) return code
  }
  // Five hits among 10⁹ codes are no accident.
  throw new AppError('pairing.too_many', {})
}
