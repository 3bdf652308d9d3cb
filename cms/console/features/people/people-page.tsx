// People of the areas one looks after, by given name.
import { Select } from '@mantine/core'
import {
  infiniteQueryOptions,
  keepPreviousData,
  useInfiniteQuery,
} from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import {
  roleSchema,
  type Role,
} from '../../../../shared/contract/api/accounts.js'
import type { PersonSummary } from '../../../../shared/contract/api/people.js'
import { call } from '../../api/client.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { areasWhere, useMe } from '../../ui/me.js'
import { PageTop } from '../../ui/page.js'
import { SearchField } from '../../ui/search-field.js'
import { EmptyState, FailedState, LoadingRows } from '../../ui/states.js'
import { Tag } from '../../ui/tag.js'

type Filter = { search: string; role?: Role; state?: 'active' | 'frozen' }

function peopleQuery({ search, role, state }: Filter) {
  return infiniteQueryOptions({
    queryKey: ['people', search, role ?? '', state ?? ''],
    placeholderData: keepPreviousData,
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }) =>
      call('listPeople', {
        signal,
        query: {
          search,
          limit: 50,
          ...(role && { role }),
          ...(state && { state }),
          ...(pageParam !== null && { cursor: pageParam }),
        },
      }),
    getNextPageParam: (page) => page.next,
  })
}

export function PeoplePage() {
  const copy = useCopy()
  const words = copy.people
  const { tim = '', vaiTro, tinhTrang } = useSearch({ from: '/nguoi-dung' })
  const go = useNavigate({ from: '/nguoi-dung' })
  const people = useInfiniteQuery(
    peopleQuery({
      search: tim,
      ...(vaiTro && { role: vaiTro }),
      ...(tinhTrang && { state: tinhTrang }),
    }),
  )
  const rows = people.data?.pages.flatMap((page) => page.people) ?? []
  const mayMake = areasWhere(useMe(), 'administrator').length > 0
  return (
    <>
      <PageTop
        title={words.title}
        actions={
          <>
            <SearchField
              label={words.search}
              value={tim}
              onChange={(next) =>
                void go({
                  search: (before) => ({ ...before, tim: next || undefined }),
                  replace: true,
                })
              }
            />
            {mayMake && (
              <Link className="btn btn-primary" to="/nguoi-dung/moi">
                <Icon name="plus" />
                {words.make}
              </Link>
            )}
          </>
        }
      />
      <div className="page-body stack">
        <div className="people-filter">
          <Select
            aria-label={words.role}
            placeholder={words.everyRole}
            clearable
            data={roleSchema.options.map((role) => ({
              value: role,
              label: words.roles[role],
            }))}
            value={vaiTro ?? null}
            onChange={(next) =>
              void go({
                search: (before) => ({
                  ...before,
                  vaiTro: (next as Role | null) ?? undefined,
                }),
                replace: true,
              })
            }
          />
          <Select
            aria-label={words.state}
            placeholder={words.everyState}
            clearable
            data={[
              { value: 'active', label: words.active },
              { value: 'frozen', label: words.frozen },
            ]}
            value={tinhTrang ?? null}
            onChange={(next) =>
              void go({
                search: (before) => ({
                  ...before,
                  tinhTrang: (next as 'active' | 'frozen' | null) ?? undefined,
                }),
                replace: true,
              })
            }
          />
          <p className="muted" role="status">
            {people.data && words.count(people.data.pages[0]?.total ?? 0)}
          </p>
        </div>
        {people.isPending && <LoadingRows rows={6} height={64} />}
        {people.isError && (
          <FailedState
            error={people.error}
            retry={() => void people.refetch()}
          />
        )}
        {people.isSuccess && rows.length === 0 && (
          <EmptyState icon="person" title={words.none} />
        )}
        <ul className="plain-rows card people-rows">
          {rows.map((person) => (
            <PersonRow key={person.id} person={person} />
          ))}
        </ul>
        {people.hasNextPage && (
          <button
            type="button"
            className="btn"
            disabled={people.isFetchingNextPage}
            onClick={() => void people.fetchNextPage()}
          >
            {words.more}
          </button>
        )}
      </div>
    </>
  )
}

function PersonRow({ person }: { person: PersonSummary }) {
  const { people: words } = useCopy()
  return (
    <li>
      <div>
        <Link to="/nguoi-dung/$id" params={{ id: person.id }}>
          <b>{person.displayName}</b>
        </Link>
        <p className="muted">
          {[person.userName, person.post, person.areaName]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p>{person.roles.map((role) => words.roles[role]).join(', ')}</p>
      </div>
      {person.frozen ? (
        <Tag tone="off" icon="cross">
          {words.frozen}
        </Tag>
      ) : person.lacksSecondFactor ? (
        <Tag tone="warn" icon="shield">
          {words.lacksFactor}
        </Tag>
      ) : null}
    </li>
  )
}
