/*
 * How a new box becomes a screen: it offers its public key, shows a code, and
 * asks until a person has claimed it. What it then pins it keeps for good.
 */
import type { Clock } from '../../../shared/kernel/clock.js'
import {
  backoffMs,
  type BackoffPolicy,
} from '../../../shared/kernel/backoff.js'
import type { Log } from '../../../shared/kernel/log.js'
import {
  pairingAnswerSchema,
  pairingOfferSchema,
  type PairingOffer,
  type PairingRequest,
} from '../../../shared/contract/screen-link.js'
import { PROTOCOL_VERSION } from '../../../shared/contract/version.js'
import { thumbprint } from '../../../shared/seal/keys.js'
import { openKeyring } from '../../../shared/seal/open.js'
import { seal } from '../../../shared/seal/seal.js'
import type { Randomness, Timers, Transport } from '../ports.js'
import type { Identity, Pairing } from '../saved-state.js'
import { assertAs } from './assertion.js'

export const PAIRING_POLL_MS = 2000
/** A code is renewed this long before it dies, so that nobody types a dead one. */
const RENEW_EARLY_MS = 15_000
export const PAIRING_BACKOFF: BackoffPolicy = {
  firstMs: 1000,
  maxMs: 30_000,
  factor: 2,
  jitter: 0.3,
}

export type PairingDeps = {
  transport: Pick<Transport, 'offerPairing' | 'askPairing'>
  clock: Clock
  timers: Timers
  random: Randomness
  log: Log
  identity: Identity
  player(): PairingRequest['player']
  /** The clock is asked first: an assertion from 1970 helps nobody. */
  askTime(): Promise<boolean>
  /** The code to show, or null while there is none. */
  onCode(offer: PairingOffer | null): void
  /** Resolves when it is kept for good. */
  onPaired(pairing: Pairing, keyring: string): Promise<void>
}

type Step = { next: 'offer' | 'ask' | 'done'; waitMs: number }

/** Starts offering and asking until it is claimed; the answer stops it. */
export function pairScreen(deps: PairingDeps): () => void {
  let stopped = false
  let cancel: () => void = () => {}
  let offer: PairingOffer | null = null
  let failures = 0

  const failed = (next: 'offer' | 'ask'): Step => {
    const waitMs = backoffMs(PAIRING_BACKOFF, failures, deps.random.unit())
    failures += 1
    return { next, waitMs }
  }

  const makeOffer = async (): Promise<Step> => {
    await deps.askTime()
    const answer = await deps.transport.offerPairing(await request(deps))
    const parsed = answer.ok ? pairingOfferSchema.safeParse(answer.value) : null
    if (!parsed?.success) {
      const why = answer.ok ? 'malformed' : (answer.code ?? answer.reason)
      deps.log.warn({ why }, 'pairing offer failed')
      return failed('offer')
    }
    failures = 0
    offer = parsed.data
    deps.log.info({ code: offer.code }, 'pairing code shown')
    deps.onCode(offer)
    return { next: 'ask', waitMs: PAIRING_POLL_MS }
  }

  const forgetOffer = (): Step => {
    offer = null
    deps.onCode(null)
    return { next: 'offer', waitMs: 0 }
  }

  const askOnce = async (current: PairingOffer): Promise<Step> => {
    if (Date.parse(current.expiresAt) - RENEW_EARLY_MS < deps.clock.now())
      return forgetOffer()
    const assertion = await assertAs(deps, deps.identity, current.pairingId)
    const answer = await deps.transport.askPairing(current.pairingId, assertion)
    if (!answer.ok) {
      const gone =
        answer.code === 'pairing.not_found' || answer.code === 'pairing.expired'
      return gone ? forgetOffer() : failed('ask')
    }
    const parsed = pairingAnswerSchema.safeParse(answer.value)
    if (!parsed.success) return failed('ask')
    failures = 0
    if (parsed.data.state === 'waiting')
      return { next: 'ask', waitMs: PAIRING_POLL_MS }
    if (parsed.data.state === 'expired') return forgetOffer()
    const { keyring, screenId, screenName, organisation, rootKey } = parsed.data
    const opened = await openKeyring(keyring, { rootKey })
    if (!opened.ok) {
      deps.log.error({ reason: opened.reason }, 'pairing keyring refused')
      return failed('ask')
    }
    await deps.onPaired(
      { screenId, screenName, organisation, rootKey },
      keyring,
    )
    deps.log.info({ screenId }, 'screen paired')
    return { next: 'done', waitMs: 0 }
  }

  const run = async () => {
    const step = await (offer ? askOnce(offer) : makeOffer()).catch(
      (error: unknown) => {
        deps.log.error({ err: error }, 'pairing step failed')
        return failed('offer')
      },
    )
    if (stopped || step.next === 'done') return
    cancel = deps.timers.after(step.waitMs, () => void run())
  }
  void run()
  return () => {
    stopped = true
    cancel()
  }
}

async function request(deps: PairingDeps): Promise<PairingRequest> {
  const { publicKey, privateKey } = deps.identity
  const signer = { kid: await thumbprint(publicKey), key: privateKey }
  const at = new Date(deps.clock.now()).toISOString()
  const nonce = deps.random.id()
  return {
    protocol: PROTOCOL_VERSION,
    publicKey,
    proof: await seal('pairing', { kind: 'pairing', at, nonce }, signer),
    player: deps.player(),
  }
}
