import type { Clock } from '../../../../shared/kernel/clock.js'
import { spreadMsFor, type Announcer } from '../screens/announcer.port.js'
import type { ManifestRepository } from './manifest.repository.js'
import { RESEAL_AFTER_MS } from './manifest.rules.js'
import { sealManifests, type SealDeps } from './seal-manifests.js'

type Deps = Omit<SealDeps, 'manifests'> & {
  manifests: Pick<
    ManifestRepository,
    'programmeVersion' | 'saveBuilt' | 'listIssuedBefore'
  >
  announcer: Pick<Announcer, 'nudge'>
  clock: Clock
}

/**
 * Seals anew what is older than a week though nothing changed, so that a
 * screen that still hears from us never thinks its programme forgotten.
 * Returns how many.
 */
export async function moveHorizon(deps: Deps): Promise<number> {
  const before = new Date(deps.clock.now() - RESEAL_AFTER_MS).toISOString()
  const due = await deps.manifests.listIssuedBefore(before)
  const risen = await sealManifests(deps, due, true)
  deps.announcer.nudge(risen, { spreadMs: spreadMsFor(risen.length) })
  return risen.length
}
