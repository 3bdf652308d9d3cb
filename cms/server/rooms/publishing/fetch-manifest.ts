import type { ManifestAnswer } from '../../../../shared/contract/screen-link.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Screen, ScreenRepository } from '../screens/screen.repository.js'
import type {
  ManifestRepository,
  StoredManifest,
} from './manifest.repository.js'
import { sealManifests, type SealDeps } from './seal-manifests.js'

type Deps = Omit<SealDeps, 'screens' | 'manifests'> & {
  screens: Pick<ScreenRepository, 'listByIds' | 'get'>
  manifests: Pick<ManifestRepository, 'programmeVersion' | 'saveBuilt' | 'find'>
}

export type FetchedManifest = {
  etag: string
  /** Null: what the screen has is the newest. */
  answer: ManifestAnswer | null
}

/**
 * The newest manifest of a screen, sealed now if anything changed since it was
 * built. `knownEtag` is what the screen already has. Throws screen.not_ready.
 */
export async function fetchManifest(
  deps: Deps,
  screen: Screen,
  knownEtag: string | null,
): Promise<FetchedManifest> {
  const current = await inStep(deps, screen)
  const etag = current.manifestEtag
  if (!etag) throw new AppError('screen.not_ready', { id: screen.id })
  if (knownEtag === etag) return { etag, answer: null }
  const { sealed } = await storedManifest(deps, current)
  const { keyring } = deps.sealDesk
  return { etag, answer: { manifest: sealed, keyring } }
}

/** The newest stored manifest of a screen, brought in step first. */
export async function newestManifest(
  deps: Deps,
  screen: Screen,
): Promise<StoredManifest> {
  return storedManifest(deps, await inStep(deps, screen))
}

async function inStep(deps: Deps, screen: Screen): Promise<Screen> {
  const version = await deps.manifests.programmeVersion()
  if (screen.builtVersion >= version && screen.manifestNumber > 0) return screen
  await sealManifests(deps, [screen.id])
  return deps.screens.get(screen.id)
}

async function storedManifest(
  deps: Pick<Deps, 'manifests'>,
  screen: Screen,
): Promise<StoredManifest> {
  const stored = await deps.manifests.find(screen.id, screen.manifestNumber)
  if (!stored) throw new AppError('screen.not_ready', { id: screen.id })
  return stored
}
