// The audit: who did what, found by person, thing, area, time and act.
import {
  infiniteQueryOptions,
  keepPreviousData,
  useInfiniteQuery,
} from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { endpointAddress } from '../../../../shared/contract/endpoint-address.js'
import { ENDPOINTS } from '../../../../shared/contract/endpoints.js'
import { call } from '../../api/client.js'
import { useCopy } from '../../ui/language.js'
import { PageTop } from '../../ui/page.js'
import { SearchField } from '../../ui/search-field.js'
import { EmptyState, FailedState, LoadingRows } from '../../ui/states.js'
import { AuditFilter } from './audit-filter.js'
import { AuditLine } from './audit-line.js'
import { AuditProof } from './audit-proof.js'
import { auditFilterOf, type AuditSearch } from './audit-search.js'

function auditQuery(search: AuditSearch) {
  return infiniteQueryOptions({
    queryKey: ['audit', search],
    placeholderData: keepPreviousData,
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }) =>
      call('listAudit', {
        signal,
        query: {
          ...auditFilterOf(search),
          limit: 50,
          ...(pageParam !== null && { cursor: pageParam }),
        },
      }),
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function AuditPage() {
  const { audit: words } = useCopy()
  const search = useSearch({ from: '/nhat-ky' })
  const go = useNavigate({ from: '/nhat-ky' })
  const change = (next: Partial<AuditSearch>): void =>
    void go({ search: (before) => ({ ...before, ...next }), replace: true })
  const audit = useInfiniteQuery(auditQuery(search))
  const lines = audit.data?.pages.flatMap((page) => page.lines) ?? []
  return (
    <>
      <PageTop
        title={words.title}
        actions={
          <SearchField
            label={words.search}
            value={search.tim ?? ''}
            onChange={(next) => change({ tim: next || undefined })}
          />
        }
      />
      <div className="page-body stack">
        <p className="muted">{words.lead}</p>
        <AuditProof />
        <AuditFilter search={search} onChange={change} />
        <div className="audit-files">
          {(['csv', 'json'] as const).map((format) => (
            <a
              key={format}
              className="btn"
              download
              href={endpointAddress(ENDPOINTS.exportAudit.path, undefined, {
                ...auditFilterOf(search),
                format,
              })}
            >
              {words[format]}
            </a>
          ))}
        </div>
        {audit.isPending && <LoadingRows rows={8} height={64} />}
        {audit.isError && (
          <FailedState error={audit.error} retry={() => void audit.refetch()} />
        )}
        {audit.isSuccess && lines.length === 0 && (
          <EmptyState icon="search" title={words.none}>
            <p>{words.noneBody}</p>
          </EmptyState>
        )}
        {lines.length > 0 && (
          <ul className="card audit-lines">
            {lines.map((line) => (
              <AuditLine key={line.number} line={line} onFilter={change} />
            ))}
          </ul>
        )}
        {audit.hasNextPage && (
          <button
            type="button"
            className="btn"
            disabled={audit.isFetchingNextPage}
            onClick={() => void audit.fetchNextPage()}
          >
            {words.more}
          </button>
        )}
      </div>
    </>
  )
}
