import type { Clock } from '../../../shared/kernel/clock.js'
import type { Homecoming } from '../../../shared/contract/bundle.js'
import { PROTOCOL_VERSION } from '../../../shared/contract/version.js'
import { thumbprint } from '../../../shared/seal/keys.js'
import { seal } from '../../../shared/seal/seal.js'
import type { Keeper } from '../keep-document.js'
import type { Randomness } from '../ports.js'
import type { Identity, Journal, SavedState } from '../saved-state.js'

type Deps = {
  identity: Identity
  state: Keeper<SavedState>
  journal: Keeper<Journal>
  clock: Clock
  random: Randomness
  playing(): number
}

/**
 * What this screen has to tell, signed, for the way home; null when there is
 * nothing. Nothing is forgotten here for it: the CMS takes the same words
 * twice without counting them twice, and a stick may get lost.
 */
export async function writeHomecoming(deps: Deps): Promise<string | null> {
  const { pairing, publicKey, privateKey } = deps.identity
  const { receipts } = deps.state.get()
  const { asRun } = deps.journal.get()
  if (!pairing || (receipts.length === 0 && asRun.length === 0)) return null
  const homecoming: Homecoming = {
    kind: 'homecoming',
    protocol: PROTOCOL_VERSION,
    id: deps.random.id(),
    screenId: pairing.screenId,
    at: new Date(deps.clock.now()).toISOString(),
    manifestNumber: deps.playing(),
    receipts: receipts.slice(-5000),
    asRun: asRun.slice(-6000),
  }
  const kid = await thumbprint(publicKey)
  return seal('homecoming', homecoming, { kid, key: privateKey })
}
