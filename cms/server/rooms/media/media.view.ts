import type { MediaView } from '../../../../shared/contract/api/media.js'
import type { Media } from './media.repository.js'

/** The middle, a little above it: where faces and horizons are. */
export const STANDARD_FOCUS = { x: 0.5, y: 0.4 }

/** What the console shows of a file; `areaName` is of the area that owns it. */
export function mediaView(
  media: Media,
  seen: { areaName: string | null; mayChange: boolean },
): MediaView {
  return {
    id: media.id,
    kind: media.kind,
    state: media.state,
    failure: media.failure,
    name: media.name,
    width: media.width,
    height: media.height,
    bytes: media.bytes,
    renditions: media.renditions,
    focus: media.focus ?? STANDARD_FOCUS,
    crops: media.crops,
    video: media.video,
    document: media.document,
    alt: media.alt,
    altEn: media.altEn,
    consent: media.consent,
    origin: media.origin,
    retiredAt: media.retiredAt,
    licence: media.licence,
    source: media.source,
    rightsUntil: media.rightsUntil,
    tags: [...media.tags],
    areaId: media.areaId,
    areaName: seen.areaName,
    shared: media.shared,
    may: { change: seen.mayChange },
    uploadedAt: media.uploadedAt,
    uploadedBy: media.uploadedBy,
  }
}
