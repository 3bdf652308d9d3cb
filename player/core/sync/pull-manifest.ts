import type { Clock } from '../../../shared/kernel/clock.js'
import type { Keyring } from '../../../shared/contract/keyring.js'
import type { Manifest } from '../../../shared/contract/manifest.js'
import type { Refusal } from '../../../shared/contract/receipt.js'
import { manifestAnswerSchema } from '../../../shared/contract/screen-link.js'
import { openKeyring, openManifest } from '../../../shared/seal/open.js'
import type { Randomness, Refused, Transport } from '../ports.js'
import type { Identity, Pairing, SavedState } from '../saved-state.js'
import { assertAs } from './assertion.js'

export type TrustedManifest = {
  manifest: Manifest
  /** The JWS, as it came. */
  sealed: string
  keyring: Keyring
  keyringSealed: string
  etag: string | null
}

export type Pulled =
  | { kind: 'same' }
  | { kind: 'new'; trusted: TrustedManifest }
  | {
      kind: 'refused'
      what: 'manifest' | 'keyring'
      reason: Refusal
      detail: string
    }
  | { kind: 'unanswered'; answer: Refused }

type Deps = {
  transport: Pick<Transport, 'getManifest'>
  clock: Clock
  random: Randomness
}

/**
 * Asks for this screen's manifest and believes it only when the pinned root
 * key sealed the keyring, the keyring's key sealed the manifest, it is for this
 * screen, and neither number has gone down. The number it already has is
 * allowed: that is how a damaged cache is filled again.
 */
export async function pullManifest(
  deps: Deps,
  who: { identity: Identity; pairing: Pairing },
  known: Pick<SavedState, 'etag' | 'highestManifest' | 'highestKeyring'>,
): Promise<Pulled> {
  const { identity, pairing } = who
  const assertion = await assertAs(deps, identity, pairing.screenId)
  const answer = await deps.transport.getManifest(assertion, known.etag)
  if (!answer.ok) return { kind: 'unanswered', answer }
  if (answer.value.same) return { kind: 'same' }

  const parsed = manifestAnswerSchema.safeParse(answer.value.body)
  if (!parsed.success)
    return refused('manifest', 'malformed', 'the answer is not of our protocol')
  const { manifest: sealed, keyring: keyringSealed } = parsed.data

  const keyring = await openKeyring(keyringSealed, {
    rootKey: pairing.rootKey,
    newest: known.highestKeyring,
  })
  if (!keyring.ok) return refused('keyring', keyring.reason, keyring.detail)

  const opts = {
    keyring: keyring.value,
    screenId: pairing.screenId,
    newest: known.highestManifest,
    now: deps.clock.now(),
  }
  const fresh = await openManifest(sealed, opts)
  const manifest =
    !fresh.ok && fresh.reason === 'older'
      ? await openManifest(sealed, { ...opts, allowSame: true })
      : fresh
  if (!manifest.ok) return refused('manifest', manifest.reason, manifest.detail)
  return {
    kind: 'new',
    trusted: {
      manifest: manifest.value,
      sealed,
      keyring: keyring.value,
      keyringSealed,
      etag: answer.value.etag,
    },
  }
}

function refused(
  what: 'manifest' | 'keyring',
  reason: Refusal,
  detail: string,
): Pulled {
  return { kind: 'refused', what, reason, detail }
}
