import type { Manifest } from '../../shared/contract/manifest.js'
import type {
  NetTrouble,
  ScreenStatus,
} from '../../shared/contract/screen-link.js'
import type { TechnicianFacts } from '../../shared/contract/technician.js'
import { explain } from '../../shared/programme/explain.js'
import { whatIsOn } from '../../shared/programme/what-is-on.js'
import type { Pairing } from './saved-state.js'
import type { TrustedClock } from './sync/trusted-clock.js'

/** More lines than a person reads at a glass. */
const MOST_EXPLAINED = 30

export type FactSources = {
  pairing: Pairing | null
  cmsUrl: string | null
  online: boolean
  trouble: NetTrouble | null
  /** With all orders applied. */
  manifest: Manifest | null
  /** Null before pairing. */
  status: ScreenStatus | null
  clock: TrustedClock
}

/** What a technician before the glass asks, as of now. */
export function technicianFacts(sources: FactSources): TechnicianFacts {
  const { pairing, manifest, status, clock } = sources
  const now = clock.now()
  const { name } = manifest?.screen ?? {}
  return {
    screenName: name ?? pairing?.screenName ?? '',
    screenId: pairing?.screenId ?? null,
    cms: {
      address: sources.cmsUrl,
      online: sources.online,
      trouble: sources.trouble,
    },
    manifest: manifest && {
      number: manifest.number,
      issuedAt: manifest.issuedAt,
    },
    showing: manifest && titleAt(manifest, now),
    explanations: manifest
      ? explain(manifest, now).slice(0, MOST_EXPLAINED)
      : [],
    status,
    clock: {
      now: new Date(now).toISOString(),
      source: clock.source(),
      offsetMs: clock.offsetMs(),
    },
  }
}

function titleAt(manifest: Manifest, now: number): string | null {
  const on = whatIsOn(manifest, now)
  if (on.kind === 'holding') return null
  return on.kind === 'notice' ? on.notice.title : on.item.title
}
