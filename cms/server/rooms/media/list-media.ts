import type { MediaView } from '../../../../shared/contract/api/media.js'
import type { Actor } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import type { MediaRepository } from './media.repository.js'

type Deps = { media: Pick<MediaRepository, 'list'> }

/** The newest 500 pictures, newest first. */
export async function listMedia(
  deps: Deps,
  actor: Actor,
): Promise<{ media: MediaView[] }> {
  requireMay(actor, 'media.read')
  return { media: await deps.media.list(500) }
}
