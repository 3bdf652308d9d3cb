// The library: every file one may use, found by words, kind, place and rights.
import { Select } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { MediaView } from '../../../../shared/contract/api/media.js'
import { libraryQuery, type LibraryFilter } from '../../api/media-queries.js'
import { useCopy } from '../../ui/language.js'
import { areasWhere, useMe } from '../../ui/me.js'
import { DropZone, EVERY_TYPE, FileButton } from '../../ui/media/drop-zone.js'
import { MediaFace, MediaTags } from '../../ui/media/media-card.js'
import { UploadTray } from '../../ui/media/upload-tray.js'
import { useLibraryUploads } from '../../ui/media/use-uploads.js'
import { PageTop } from '../../ui/page.js'
import { AreaSelect } from '../../ui/places/area-select.js'
import { SearchField } from '../../ui/search-field.js'
import { EmptyState, FailedState, LoadingRows } from '../../ui/states.js'

export function MediaPage() {
  const copy = useCopy()
  const words = copy.media
  const search = useSearch({ from: '/kho' })
  const go = useNavigate({ from: '/kho' })
  const filter = filterOf(search)
  const library = useInfiniteQuery(libraryQuery(filter))
  const rows = library.data?.pages.flatMap((page) => page.media) ?? []
  const me = useMe()
  const mayUpload = areasWhere(me, 'author', 'approver', 'duty').length > 0
  const { desk, items } = useLibraryUploads()
  // Without a chosen place a file is the uploader's own area's.
  const take = (files: File[]): void => void desk.add(files, search.noi)
  const set = (patch: Partial<typeof search>): void =>
    void go({ search: (before) => ({ ...before, ...patch }), replace: true })
  return (
    <DropZone onFiles={take} disabled={!mayUpload}>
      <PageTop
        title={words.title}
        actions={
          <>
            <SearchField
              label={words.search}
              value={search.tim ?? ''}
              onChange={(next) => set({ tim: next || undefined })}
            />
            {mayUpload && (
              <FileButton
                label={words.upload}
                accept={EVERY_TYPE}
                many
                onFiles={take}
              />
            )}
          </>
        }
      />
      <div className="page-body stack">
        <Filters search={search} set={set} />
        {mayUpload && <p className="hint">{words.uploadHint}</p>}
        <UploadTray desk={desk} items={items} />
        {library.isPending && <LoadingRows rows={3} height={200} />}
        {library.isError && (
          <FailedState
            error={library.error}
            retry={() => void library.refetch()}
          />
        )}
        {library.isSuccess && rows.length === 0 && (
          <EmptyState
            icon="picture"
            title={
              Object.keys(filter).length > 0 ? words.noneFound : words.empty
            }
          />
        )}
        <ul className="media-grid">
          {rows.map((media) => (
            <Card key={media.id} media={media} />
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
      </div>
    </DropZone>
  )
}

type LibrarySearch = {
  tim?: string | undefined
  loai?: LibraryFilter['kind'] | undefined
  noi?: string | undefined
  quyen?: 'ending' | 'over' | undefined
  rieng?: 'inbox' | 'retired' | undefined
}

function filterOf(search: LibrarySearch): LibraryFilter {
  return {
    ...(search.tim && { q: search.tim }),
    ...(search.loai && { kind: search.loai }),
    ...(search.noi && { areaId: search.noi }),
    ...(search.quyen && { rights: search.quyen }),
    ...(search.rieng === 'inbox' && { origin: 'inbox' }),
    ...(search.rieng === 'retired' && { retired: 'yes' }),
  }
}

function Filters({
  search,
  set,
}: {
  search: LibrarySearch
  set: (patch: Partial<LibrarySearch>) => void
}) {
  const { media: words } = useCopy()
  const me = useMe()
  const tops = me.grants.map(({ areaId }) => areaId)
  return (
    <div className="people-filter media-filter">
      <Select
        aria-label={words.kind}
        placeholder={words.everyKind}
        clearable
        data={[
          { value: 'picture', label: words.pictures },
          { value: 'video', label: words.videos },
          { value: 'document', label: words.documents },
        ]}
        value={search.loai ?? null}
        onChange={(next) =>
          set({ loai: (next as LibraryFilter['kind'] | null) ?? undefined })
        }
      />
      <AreaSelect
        ariaLabel={words.area}
        placeholder={words.everyArea}
        tops={tops}
        value={search.noi ?? null}
        onChange={(next) => set({ noi: next ?? undefined })}
      />
      <Select
        aria-label={words.rights}
        placeholder={words.everyRights}
        clearable
        data={[
          { value: 'ending', label: words.rightsEndSoon },
          { value: 'over', label: words.rightsEnded },
        ]}
        value={search.quyen ?? null}
        onChange={(next) =>
          set({ quyen: (next as 'ending' | 'over' | null) ?? undefined })
        }
      />
      <Select
        aria-label={words.shelf}
        placeholder={words.inUse}
        clearable
        data={[
          { value: 'inbox', label: words.newlyCome },
          { value: 'retired', label: words.retiredShelf },
        ]}
        value={search.rieng ?? null}
        onChange={(next) =>
          set({ rieng: (next as 'inbox' | 'retired' | null) ?? undefined })
        }
      />
    </div>
  )
}

function Card({ media }: { media: MediaView }) {
  return (
    <li className="card media-card">
      <Link to="/kho/$id" params={{ id: media.id }}>
        <MediaFace media={media} />
      </Link>
      <p className="media-tags">
        <MediaTags media={media} />
      </p>
    </li>
  )
}
