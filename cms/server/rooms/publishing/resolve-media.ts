import type {
  Language,
  ResolutionClass,
} from '../../../../shared/contract/primitives.js'
import type { ShownMedia } from '../../../../templates/engine/catalogue.js'
import type { ResolveMedia } from '../../../../templates/engine/render-slide.js'
import type { Media, MediaRepository } from '../media/media.repository.js'
import { STANDARD_FOCUS } from '../media/media.view.js'

type Deps = { media: Pick<MediaRepository, 'find' | 'findPage'> }

/** A field's value: `<id>`, or `<id>#<page>` of a document. */
const REFERENCE = /^([0-9a-z_-]{4,40})(?:#([1-9]\d{0,3}))?$/i

/** The file and page that a field's value names; null for neither. */
export function mediaReference(
  value: string,
): { id: string; page: number | null } | null {
  const found = REFERENCE.exec(value)
  if (!found?.[1]) return null
  return { id: found[1], page: found[2] ? Number(found[2]) : null }
}

/** Files of the library as the engine asks for them. */
export function mediaResolver(deps: Deps): ResolveMedia {
  return async (value, resolutionClass, { small, language }) => {
    const form = small ? 'thumbnail' : resolutionClass
    const reference = mediaReference(value)
    const media = reference && (await deps.media.find(reference.id))
    if (!media) return null
    if (reference.page === null) return shownOf(media, form, language)
    const page = await deps.media.findPage(media.id, reference.page)
    if (page === null) return null
    return { sha256: page.renditions[form], alt: altOf(media, language) }
  }
}

function altOf(media: Media, language: Language): string {
  return language === 'en' && media.altEn !== '' ? media.altEn : media.alt
}

function shownOf(
  media: Media,
  form: ResolutionClass | 'thumbnail',
  language: Language,
): ShownMedia | null {
  const { renditions, video } = media
  // A film whose sender could make no still of it shows its own first frame.
  const sha256 = renditions?.[form] ?? video?.sha256
  if (sha256 === undefined) return null
  return {
    sha256,
    alt: altOf(media, language),
    focus: media.focus ?? STANDARD_FOCUS,
    crops: media.crops,
    ...(video && {
      video: {
        sha256: video.sha256,
        mediaType: video.mediaType,
        durationSeconds: video.durationSeconds,
        hasSound: video.hasSound,
      },
    }),
  }
}
