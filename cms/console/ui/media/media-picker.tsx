// Choosing a file of the library, or sending one, without leaving the page.
import { SegmentedControl } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { MediaView } from '../../../../shared/contract/api/media.js'
import {
  fileAddress,
  libraryQuery,
  mediaItemQuery,
} from '../../api/media-queries.js'
import { useCopy } from '../language.js'
import { SearchField } from '../search-field.js'
import { EmptyState, FailedState, LoadingRows } from '../states.js'
import { DropZone, FileButton, PICTURE_TYPES } from './drop-zone.js'
import { MediaFace, MediaTags } from './media-card.js'
import { UploadTray } from './upload-tray.js'
import { useOwnUploads } from './use-uploads.js'

type Kind = 'picture' | 'document'

/**
 * `onChoose` gets what a field keeps: `<id>`, or `<id>#<page>`; with `whole`
 * a document is chosen as one, not by its page.
 */
export function MediaPicker({
  onChoose,
  whole = false,
}: {
  onChoose: (value: string) => void
  whole?: boolean
}) {
  const { media: words } = useCopy()
  const [kind, setKind] = useState<Kind>('picture')
  const [typed, setTyped] = useState('')
  const [document, setDocument] = useState<string | null>(null)
  const { desk, items } = useOwnUploads()
  const take = (files: File[]): void => void desk.add(files)
  // One picture sent from here is the picture that was wanted.
  useEffect(() => {
    const [only] = items
    if (items.length !== 1 || only?.state !== 'done' || !only.media) return
    if (whole || only.media.kind === 'picture') onChoose(only.media.id)
    else setDocument(only.media.id)
    desk.dropDone()
  }, [items])
  if (document !== null)
    return (
      <PagePicker
        id={document}
        onBack={() => setDocument(null)}
        onChoose={onChoose}
      />
    )
  return (
    <DropZone onFiles={take}>
      <div className="stack">
        <div className="people-filter">
          <SegmentedControl
            value={kind}
            data={[
              { value: 'picture', label: words.pictures },
              { value: 'document', label: words.pickPage },
            ]}
            onChange={(next) => setKind(next as Kind)}
          />
          <SearchField label={words.search} value={typed} onChange={setTyped} />
          <FileButton
            label={words.upload}
            accept={`${PICTURE_TYPES},.pdf`}
            many
            onFiles={take}
          />
        </div>
        <UploadTray desk={desk} items={items} />
        <Choices
          kind={kind}
          words={typed}
          onChoose={(media) =>
            media.kind === 'document' && !whole
              ? setDocument(media.id)
              : onChoose(media.id)
          }
        />
      </div>
    </DropZone>
  )
}

function Choices(props: {
  kind: Kind
  words: string
  onChoose: (media: MediaView) => void
}) {
  const { media: words } = useCopy()
  const filter = { kind: props.kind, ...(props.words && { q: props.words }) }
  const library = useInfiniteQuery(libraryQuery(filter, 24))
  const found = library.data?.pages.flatMap((page) => page.media) ?? []
  const rows = found.filter(
    ({ document }) => props.kind === 'picture' || (document?.pages ?? 0) > 0,
  )
  return (
    <>
      {library.isPending && <LoadingRows rows={2} height={150} />}
      {library.isError && (
        <FailedState
          error={library.error}
          retry={() => void library.refetch()}
        />
      )}
      {library.isSuccess && rows.length === 0 && (
        <EmptyState
          icon="picture"
          title={props.words ? words.noneFound : words.empty}
        />
      )}
      <ul className="media-grid">
        {rows.map((media) => (
          <li key={media.id} className="card media-card">
            <button
              type="button"
              className="media-pick"
              onClick={() => props.onChoose(media)}
            >
              <MediaFace media={media} />
            </button>
            <p className="media-tags">
              <MediaTags media={media} />
            </p>
          </li>
        ))}
      </ul>
      {library.hasNextPage && (
        <button
          type="button"
          className="btn"
          disabled={library.isFetchingNextPage}
          onClick={() => void library.fetchNextPage()}
        >
          {words.more}
        </button>
      )}
    </>
  )
}

function PagePicker(props: {
  id: string
  onBack: () => void
  onChoose: (value: string) => void
}) {
  const { media: words } = useCopy()
  const item = useQuery(mediaItemQuery(props.id))
  return (
    <div className="stack">
      <div className="people-filter">
        <button type="button" className="btn" onClick={props.onBack}>
          {words.back}
        </button>
        <b>{item.data?.name}</b>
        {item.data && <MediaTags media={item.data} />}
      </div>
      {item.isPending && <LoadingRows rows={2} height={150} />}
      {item.isError && (
        <FailedState error={item.error} retry={() => void item.refetch()} />
      )}
      <ol className="page-grid">
        {item.data?.pages.map(({ number, thumbnail }) => (
          <li key={number}>
            <button
              type="button"
              aria-label={words.pageNumber(number)}
              onClick={() => props.onChoose(`${props.id}#${number}`)}
            >
              <img src={fileAddress(thumbnail)} alt="" loading="lazy" />
            </button>
            <span>{number}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
