// What the console reads, by name: keys here are the ones `live.ts` refreshes.
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
} from '@tanstack/react-query'
import type { MeView } from '../../../shared/contract/api/accounts.js'
import type {
  Audience,
  BulletinQuery,
} from '../../../shared/contract/api/bulletins.js'
import type { QueryOf } from '../../../shared/contract/endpoints.js'
import { API, call, request } from './client.js'
import { isProblem } from './problem.js'

export type BulletinFilter = Partial<
  Pick<BulletinQuery, 'state' | 'category' | 'q'>
>

/** Who is signed in; null when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  staleTime: 60_000,
  queryFn: async ({ signal }): Promise<MeView | null> => {
    try {
      return await call('me', { signal })
    } catch (error) {
      if (isProblem(error, 'auth.required')) return null
      throw error
    }
  },
})

export const areasQuery = queryOptions({
  queryKey: ['areas'],
  staleTime: 60_000,
  queryFn: async ({ signal }) => (await call('listAreas', { signal })).areas,
})

/** With those that are no more, and every screen counted. */
export const allAreasQuery = queryOptions({
  queryKey: ['areas', 'all'],
  staleTime: 60_000,
  queryFn: async ({ signal }) =>
    (await call('listAreas', { signal, query: { closed: 'true' } })).areas,
})

export function areaQuery(id: string) {
  return queryOptions({
    queryKey: ['areas', 'one', id],
    queryFn: ({ signal }) => call('getArea', { params: { id }, signal }),
  })
}

/** Groups of screens with who is in them now. */
export const groupsQuery = queryOptions({
  queryKey: ['groups'],
  staleTime: 30_000,
  queryFn: async ({ signal }) => (await call('listGroups', { signal })).groups,
})

export const templatesQuery = queryOptions({
  queryKey: ['templates'],
  staleTime: 300_000,
  queryFn: async ({ signal }) =>
    (await call('listTemplates', { signal })).templates,
})

/** Newest change first, page by page. */
export function bulletinsQuery(filter: BulletinFilter) {
  return infiniteQueryOptions({
    queryKey: ['bulletins', filter],
    placeholderData: keepPreviousData,
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }) =>
      call('listBulletins', {
        signal,
        query: {
          ...filter,
          limit: 50,
          ...(pageParam !== null && { cursor: pageParam }),
        },
      }),
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function bulletinQuery(id: string) {
  return queryOptions({
    queryKey: ['bulletin', id],
    queryFn: ({ signal }) => call('getBulletin', { params: { id }, signal }),
  })
}

/** What waits for this person; under `bulletins`, so it is read anew with them. */
export const todoQuery = queryOptions({
  queryKey: ['bulletins', 'todo'],
  queryFn: ({ signal }) => call('getTodo', { signal }),
})

/** What is live and what turns soon; under `bulletins`, read anew with them. */
export const agendaQuery = queryOptions({
  queryKey: ['bulletins', 'agenda'],
  // Time alone changes it: what is soon today was not yesterday.
  refetchInterval: 300_000,
  queryFn: ({ signal }) => call('getAgenda', { signal }),
})

/** Exactly what an approval would seal. */
export function approvalQuery(id: string) {
  return queryOptions({
    queryKey: ['bulletin', id, 'approval'],
    staleTime: 0,
    queryFn: ({ signal }) => call('getApproval', { params: { id }, signal }),
  })
}

export function bulletinHistoryQuery(id: string) {
  return queryOptions({
    queryKey: ['bulletin', id, 'history'],
    queryFn: ({ signal }) =>
      call('getBulletinHistory', { params: { id }, signal }),
  })
}

export function revisionQuery(id: string, revisionId: string) {
  return queryOptions({
    queryKey: ['bulletin', id, 'revision', revisionId],
    queryFn: ({ signal }) =>
      call('getRevision', { params: { id, revisionId }, signal }),
  })
}

export function draftSaveQuery(id: string, saveId: string) {
  return queryOptions({
    queryKey: ['bulletin', id, 'save', saveId],
    queryFn: ({ signal }) =>
      call('getDraftSave', { params: { id, saveId }, signal }),
  })
}

/** Screen by screen: who has it, who lacks its recall. */
export function deliveryQuery(id: string) {
  return queryOptions({
    queryKey: ['bulletin', id, 'delivery'],
    queryFn: ({ signal }) =>
      call('getBulletinDelivery', { params: { id }, signal }),
  })
}

/** Corrections stand under `bulletins`: they change with them. */
export const correctionsQuery = queryOptions({
  queryKey: ['bulletins', 'corrections'],
  queryFn: async ({ signal }) =>
    (await call('listCorrections', { signal })).corrections,
})

export function correctionQuery(id: string) {
  return queryOptions({
    queryKey: ['bulletins', 'corrections', id],
    queryFn: ({ signal }) => call('getCorrection', { params: { id }, signal }),
  })
}

/** Where a text stands on screens now. */
export function usesQuery(text: string) {
  return queryOptions({
    queryKey: ['uses', text],
    staleTime: 0,
    queryFn: ({ signal }) => call('findUses', { query: { text }, signal }),
  })
}

export const screensQuery = queryOptions({
  queryKey: ['screens'],
  queryFn: async ({ signal }) =>
    (await call('listScreens', { signal })).screens,
})

export function screenQuery(id: string) {
  return queryOptions({
    queryKey: ['screens', id],
    queryFn: ({ signal }) => call('getScreen', { params: { id }, signal }),
  })
}

/** What is on a screen now, or at the instant `at`, and why. */
export function onScreenQuery(id: string, at?: string) {
  return queryOptions({
    queryKey: ['screens', id, 'on', at ?? 'now'],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      call('onScreen', {
        params: { id },
        signal,
        ...(at !== undefined && { query: { at } }),
      }),
  })
}

/** What screens really showed; they report it every few minutes. */
export function playsQuery(query: QueryOf<'reportPlays'>) {
  return queryOptions({
    queryKey: ['plays', query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call('reportPlays', { signal, query }),
  })
}

/** The text of a rendered document; it never changes, its name is its hash. */
export function documentQuery(sha256: string) {
  return queryOptions({
    queryKey: ['file', sha256],
    staleTime: Infinity,
    gcTime: 300_000,
    queryFn: async ({ signal }) =>
      (await request(`${API}/files/${sha256}`, { signal })).text(),
  })
}

export const noticesQuery = queryOptions({
  queryKey: ['notices'],
  queryFn: async ({ signal }) =>
    (await call('listNotices', { signal })).notices,
})

export function noticeQuery(id: string) {
  return queryOptions({
    queryKey: ['notices', id],
    queryFn: ({ signal }) => call('getNotice', { params: { id }, signal }),
  })
}

/** Those that wait for a person. Refreshed with the notices. */
export const noticeOrdersQuery = queryOptions({
  queryKey: ['notices', 'orders'],
  queryFn: async ({ signal }) =>
    (await call('listNoticeOrders', { signal })).orders,
})

/** The exact screens of an audience, as the server counts them. */
export function noticeReachQuery(ownerAreaId: string, audience: Audience) {
  return queryOptions({
    queryKey: ['screens', 'reach', ownerAreaId, audience],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      call('noticeReach', { signal, body: { ownerAreaId, audience } }),
  })
}

export function pairingQuery(code: string) {
  return queryOptions({
    queryKey: ['pairing', code],
    retry: false,
    queryFn: ({ signal }) => call('getPairing', { params: { code }, signal }),
  })
}
