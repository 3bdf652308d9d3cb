import type { Log } from '../../../../shared/kernel/log.js'
import { spreadMsFor, type Announcer } from '../screens/announcer.port.js'
import type { ProgrammeKeeper } from '../screens/programme.port.js'
import { sealManifests, type SealDeps } from './seal-manifests.js'

type Deps = SealDeps & {
  announcer: Pick<Announcer, 'nudge' | 'tellConsoles'>
  log: Log
}

/** Seals first and speaks after, so that a nudged screen finds what is new. */
export function createProgrammeKeeper(deps: Deps): ProgrammeKeeper {
  return {
    async refresh(screenIds) {
      if (screenIds.length === 0) return
      try {
        const risen = await sealManifests(deps, screenIds)
        deps.announcer.nudge(risen, { spreadMs: spreadMsFor(risen.length) })
        for (const id of risen)
          deps.announcer.tellConsoles('screens:changed', id)
      } catch (error) {
        // The act itself is done and written; screens get it when they ask.
        deps.log.error(
          { err: error, screens: screenIds.length },
          'manifests not sealed',
        )
      }
    },
  }
}
