import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
} from '@tanstack/react-query'
import type { MediaQuery } from '../../../shared/contract/api/media.js'
import { API, call } from './client.js'

export type LibraryFilter = Partial<
  Pick<MediaQuery, 'kind' | 'q' | 'areaId' | 'rights' | 'origin' | 'retired'>
>

/** Every read of the library; a change of any file refreshes all of them. */
export const LIBRARY_KEY = ['media'] as const

/** Newest first, page by page. */
export function libraryQuery(filter: LibraryFilter, limit = 60) {
  return infiniteQueryOptions({
    queryKey: [...LIBRARY_KEY, 'list', filter, limit],
    placeholderData: keepPreviousData,
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }) =>
      call('listMedia', {
        signal,
        query: {
          ...filter,
          limit,
          ...(pageParam !== null && { cursor: pageParam }),
        },
      }),
    getNextPageParam: (page) => page.nextCursor,
    // While pages of a document are made.
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) =>
        page.media.some((one) => one.state === 'preparing'),
      )
        ? 3_000
        : false,
  })
}

/** One file with all about it; read again while its pages are made. */
export function mediaItemQuery(id: string) {
  return queryOptions({
    queryKey: [...LIBRARY_KEY, 'one', id],
    queryFn: ({ signal }) => call('getMedia', { params: { id }, signal }),
    refetchInterval: ({ state }) =>
      state.data?.state === 'preparing' ? 1_500 : false,
  })
}

/** What stands in a document; a file never changes under its hash. */
export function contentQuery(id: string) {
  return queryOptions({
    queryKey: [...LIBRARY_KEY, 'content', id],
    queryFn: ({ signal }) =>
      call('getMediaContent', { params: { id }, signal }),
  })
}

/** The address of a kept file. */
export function fileAddress(sha256: string): string {
  return `${API}/files/${sha256}`
}
