import type { Announcer } from '../screens/announcer.port.js'
import type { ProgrammeKeeper } from '../screens/programme.port.js'
import type { ScreenRepository } from '../screens/screen.repository.js'
import type { ManifestRepository } from './manifest.repository.js'

type Deps = {
  manifests: Pick<ManifestRepository, 'touchProgramme'>
  screens: Pick<ScreenRepository, 'listPlaced'>
  programme: ProgrammeKeeper
  announcer: Pick<Announcer, 'tellConsoles'>
}

/**
 * Carries templates that were just read to every screen: furniture and the kit
 * of notices are part of each manifest. Released slides stay the bytes that
 * were approved, and a manifest that comes out the same keeps its number.
 */
export async function spreadTemplates(deps: Deps): Promise<void> {
  await deps.manifests.touchProgramme()
  const screens = await deps.screens.listPlaced()
  const paired = screens.filter(({ revokedAt }) => revokedAt === null)
  await deps.programme.refresh(paired.map(({ id }) => id))
  deps.announcer.tellConsoles('templates:changed', 'all')
}
