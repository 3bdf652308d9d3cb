/** Constructs what the library works with beyond the foundation. */
import type { Core } from './core.js'
import { may } from './rooms/accounts/permissions.rules.js'
import type { FindUses, FoundUse } from './rooms/media/change-media.js'
import { createDocumentDesk } from './rooms/media/documents/document-desk.js'
import { prepareDocument } from './rooms/media/prepare-document.js'
import { mediaUseRepository } from './rooms/publishing/media-use.repository.js'
import type { Actor } from './rooms/accounts/actor.js'

/** Parts for the media routes; `startPreparing` goes on with what was left. */
export function composeMedia(core: Core) {
  const documents = createDocumentDesk()
  const uses = mediaUseRepository(core.database.db)
  const log = core.log.child({ room: 'media' })
  const stopping = new AbortController()
  let preparing: Promise<void> = Promise.resolve()
  const prepareSoon = (mediaId: string) => {
    preparing = preparing
      .then(() => {
        if (stopping.signal.aborted) return undefined
        const deps = { ...core, documents, log }
        return prepareDocument(deps, mediaId, stopping.signal)
      })
      .catch((error: unknown) => {
        log.error({ err: error, mediaId }, 'document left unprepared')
      })
  }
  const findUses: FindUses = async (id) => {
    const media = await core.media.find(id)
    return media === null ? [] : uses.list(media)
  }
  return {
    documents,
    prepareSoon,
    findUses,
    maySeeUse: (actor: Actor, use: FoundUse) =>
      may(
        actor,
        use.kind === 'bulletin' ? 'bulletin.read' : 'notice.read',
        use.areaPath,
      ),
    /** What a stop or a crash left; the stop lets the page at hand be made. */
    async startPreparing(): Promise<() => Promise<void>> {
      // With several nodes each goes on with its own uploads only.
      if (core.database.dialect === 'sqlite')
        for (const media of await core.media.listPreparing())
          prepareSoon(media.id)
      return async () => {
        stopping.abort()
        await preparing
      }
    },
  }
}
