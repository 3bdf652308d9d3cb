import type { BundleNote } from '../../../shared/contract/bundle.js'
import type { Manifest } from '../../../shared/contract/manifest.js'
import type {
  NetTrouble,
  PairingOffer,
} from '../../../shared/contract/screen-link.js'
import type { StageState } from '../../../shared/contract/stage-link.js'
import { withoutTimes } from '../../../shared/programme/timeless.js'
import type { Pairing } from '../saved-state.js'

export type StageFacts = {
  clockOffsetMs: number
  /** Known to be wrong: only what no time bounds may be shown. */
  clockIsWrong: boolean
  online: boolean
  /** What became of a stick. */
  note: BundleNote | null
  pairing: Pairing | null
  offer: PairingOffer | null
  /** "CON VOI – 42"; the same words stand in the console. */
  fingerprint: string
  /** Address of the CMS, without a slash at the end; null: not known. */
  cmsUrl: string | null
  /** Why it was not reached the last time. */
  trouble: NetTrouble | null
  /** The box's own. */
  addresses: string[]
  /** With all orders applied. */
  manifest: Manifest | null
}

/** The whole truth for the stage, as of now. */
export function stageState(facts: StageFacts): StageState {
  return {
    clockOffsetMs: facts.clockOffsetMs,
    screenName: facts.manifest?.screen.name ?? facts.pairing?.screenName ?? '',
    link: facts.online ? 'online' : 'offline',
    clock: facts.clockIsWrong ? 'wrong' : 'good',
    ...(facts.note ? { note: facts.note } : {}),
    mode: mode(facts),
  }
}

function mode(facts: StageFacts): StageState['mode'] {
  if (!facts.pairing) {
    const { offer, fingerprint, cmsUrl, trouble } = facts
    if (cmsUrl === null || (!offer && trouble !== null))
      return {
        kind: 'setup',
        addresses: facts.addresses.slice(0, 8),
        ...(cmsUrl === null ? {} : { cmsAddress: cmsUrl }),
        ...(trouble === null ? {} : { trouble }),
      }
    if (!offer) return { kind: 'pairing', fingerprint }
    return {
      kind: 'pairing',
      code: offer.code,
      claimUrl: `${cmsUrl}/ghep?code=${offer.code}`,
      fingerprint,
      expiresAt: offer.expiresAt,
    }
  }
  if (!facts.manifest) return { kind: 'waiting' }
  const { clockIsWrong } = facts
  const manifest = withoutPin(facts.manifest)
  return {
    kind: 'playing',
    manifest: clockIsWrong ? withoutTimes(manifest) : manifest,
  }
}

/** Even a hash of the PIN is nothing for a page. */
function withoutPin(manifest: Manifest): Manifest {
  const { technicianPin, ...screen } = manifest.screen
  return technicianPin === undefined ? manifest : { ...manifest, screen }
}
