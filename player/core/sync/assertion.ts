import type { Clock } from '../../../shared/kernel/clock.js'
import { signAssertion } from '../../../shared/seal/assertion.js'
import { thumbprint } from '../../../shared/seal/keys.js'
import type { Randomness } from '../ports.js'
import type { Identity } from '../saved-state.js'

type Deps = { clock: Clock; random: Randomness }

/** Who is speaking: a short-lived word signed by the screen's own key. */
export async function assertAs(
  deps: Deps,
  identity: Pick<Identity, 'publicKey' | 'privateKey'>,
  subject: string,
): Promise<string> {
  return signAssertion({
    subject,
    signer: {
      kid: await thumbprint(identity.publicKey),
      key: identity.privateKey,
    },
    now: deps.clock.now(),
    jti: deps.random.id(),
  })
}
