import type { MediaView } from '../../../../shared/contract/api/media.js'
import { fileAddress } from '../../api/media-queries.js'
import type { Copy } from '../../copy/vi.js'
import { Icon } from '../icon.js'
import { useCopy } from '../language.js'
import { Tag } from '../tag.js'
import { addDays, isoDateOf, showDate, today } from '../time.js'

/** Picture and words of one file; the link or button around it is the page's. */
export function MediaFace({ media }: { media: MediaView }) {
  const copy = useCopy()
  const thumbnail = media.renditions?.thumbnail
  return (
    <>
      <span className="media-face">
        {thumbnail ? (
          <img src={fileAddress(thumbnail)} alt="" loading="lazy" />
        ) : (
          <Icon
            name={media.kind === 'document' ? 'bulletin' : 'picture'}
            size={40}
          />
        )}
        <span className="media-kind">{kindOf(media, copy)}</span>
      </span>
      <span className="media-name">{media.name}</span>
      <small>{factsOf(media, copy)}</small>
    </>
  )
}

/** What a person should know before using it. */
export function MediaTags({ media }: { media: MediaView }) {
  const { media: words } = useCopy()
  const end = media.rightsUntil
  return (
    <>
      {media.state === 'preparing' && (
        <Tag tone="info" icon="clock">
          {words.preparing(
            media.document?.pagesReady ?? 0,
            media.document?.pages ?? 0,
          )}
        </Tag>
      )}
      {media.state === 'failed' && (
        <Tag tone="bad" icon="cross">
          {words.failed}
        </Tag>
      )}
      {media.retiredAt !== null && (
        <Tag tone="off" icon="cross">
          {words.retiredTag}
        </Tag>
      )}
      {media.origin === 'inbox' &&
        isoDateOf(media.uploadedAt) > addDays(today(), -7) && (
          <Tag tone="info" icon="sync">
            {words.newlyCome}
          </Tag>
        )}
      {end !== null && end < today() ? (
        <Tag tone="bad" icon="clock">
          {words.rightsOver(showDate(end))}
        </Tag>
      ) : end !== null && end < addDays(today(), 30) ? (
        <Tag tone="warn" icon="clock">
          {words.rightsEnding(showDate(end))}
        </Tag>
      ) : null}
      {media.kind === 'picture' && media.alt === '' && (
        <Tag tone="warn" icon="edit">
          {words.noAlt}
        </Tag>
      )}
    </>
  )
}

function kindOf(media: MediaView, copy: Copy): string {
  const { media: words } = copy
  if (media.kind === 'picture') return words.picture
  if (media.kind === 'video')
    return sayLength(media.video?.durationSeconds ?? 0)
  return (media.document?.format ?? '').toUpperCase()
}

function factsOf(media: MediaView, copy: Copy): string {
  const { media: words } = copy
  const pages = media.document?.pages ?? 0
  const size =
    media.kind === 'document'
      ? pages > 0
        ? words.pages(pages)
        : words.noPages
      : `${media.width} × ${media.height}`
  return [size, media.areaName].filter(Boolean).join(' · ')
}

/** 1:05 */
export function sayLength(seconds: number): string {
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
