// One file: what it is, what may be done with it, how it is cut, where it is.
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { MediaDetails } from '../../../../shared/contract/api/media.js'
import { fileAddress, mediaItemQuery } from '../../api/media-queries.js'
import { useCopy, useWords } from '../../ui/language.js'
import { MediaTags, sayLength } from '../../ui/media/media-card.js'
import { sayBytes } from '../../ui/media/upload-tray.js'
import { PageTop } from '../../ui/page.js'
import { FailedState, LoadingRows } from '../../ui/states.js'
import { sayWhen } from '../../ui/time.js'
import { ItemActs } from './item-acts.js'
import { ItemCut } from './item-cut.js'
import { ItemUses } from './item-uses.js'
import { ItemWords } from './item-words.js'

export function MediaItemPage() {
  const copy = useCopy()
  const { id } = useParams({ from: '/kho/$id' })
  const item = useQuery(mediaItemQuery(id))
  const media = item.data
  return (
    <>
      <PageTop
        title={media?.name ?? copy.media.title}
        crumb={{ to: '/kho', label: copy.media.title }}
        beside={media ? <MediaTags media={media} /> : null}
      />
      <div className="page-body">
        {item.isPending && <LoadingRows rows={2} height={240} />}
        {item.isError && (
          <FailedState error={item.error} retry={() => void item.refetch()} />
        )}
        {media && (
          <div className="two-columns" key={media.id}>
            <div className="stack">
              <Sight media={media} />
              <ItemUses media={media} />
            </div>
            <div className="stack">
              <ItemWords media={media} />
              {media.kind === 'document' && media.state === 'ready' && (
                <Link
                  className="btn btn-primary"
                  to="/kho/$id/soan"
                  params={{ id: media.id }}
                >
                  {copy.media.fromTitle}
                </Link>
              )}
              <Facts media={media} />
              {media.may.change && <ItemActs media={media} />}
            </div>
          </div>
        )}
      </div>
    </>
  )
}

function Sight({ media }: { media: MediaDetails }) {
  const copy = useCopy()
  const words = copy.media
  const { renditions, video } = media
  if (media.state === 'failed')
    return <p className="note note-bad">{words.failedWhy}</p>
  if (media.kind === 'picture') return <ItemCut media={media} />
  if (video)
    return (
      <section className="card pad stack tight">
        <video
          className="item-film"
          controls
          muted
          preload="metadata"
          src={fileAddress(video.sha256)}
          {...(renditions && { poster: fileAddress(renditions['1080']) })}
        />
        {!renditions && <p className="note note-warn">{words.noPoster}</p>}
      </section>
    )
  return <Pages media={media} />
}

function Pages({ media }: { media: MediaDetails }) {
  const copy = useCopy()
  const words = copy.media
  if ((media.document?.pages ?? 0) === 0)
    return <p className="note note-info">{words.noPagesYet}</p>
  return (
    <section className="card pad stack tight">
      <h2>{words.pages(media.document?.pages ?? 0)}</h2>
      <ol className="page-grid">
        {media.pages.map((page) => (
          <li key={page.number}>
            <a
              href={fileAddress(page.picture)}
              target="_blank"
              rel="noreferrer"
            >
              <img
                src={fileAddress(page.thumbnail)}
                alt={words.pageOf(page.number, page.text.slice(0, 120))}
                loading="lazy"
              />
            </a>
            <span>{page.number}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Facts({ media }: { media: MediaDetails }) {
  const { copy, language } = useWords()
  const words = copy.media
  const { video } = media
  const facts: [string, string][] = [
    [words.size, sayBytes(media.bytes, language)],
    ...(media.width > 0
      ? [
          [words.measure, `${media.width} × ${media.height}`] as [
            string,
            string,
          ],
        ]
      : []),
    ...(video
      ? ([
          [words.length, sayLength(video.durationSeconds)],
          [words.codec, video.codec.toUpperCase()],
          [words.sound, video.hasSound ? words.hasSound : words.noSound],
        ] satisfies [string, string][])
      : []),
    [words.area, media.areaName ?? words.wholeProvince],
    [words.sharing, media.shared ? words.isShared : words.isOwn],
    [
      words.uploaded,
      words.uploadedBy(media.uploadedBy, sayWhen(media.uploadedAt, copy)),
    ],
  ]
  return (
    <dl className="card facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
