// Every bulletin this person may see, newest change first. State, category and
// search stand in the address, so that a list can be sent to a colleague.
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { BulletinState } from '../../../../shared/contract/api/bulletins.js'
import {
  categorySchema,
  type Category,
} from '../../../../shared/contract/template.js'
import { bulletinsQuery } from '../../api/queries.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { PageTop } from '../../ui/page.js'
import { SearchField } from '../../ui/search-field.js'
import { EmptyState, FailedState, LoadingRows } from '../../ui/states.js'
import { areasWhere, useMe } from '../../ui/me.js'
import { BulletinRow } from './bulletin-row.js'

const TABS: readonly (BulletinState | undefined)[] = [
  undefined,
  'draft',
  'submitted',
  'returned',
  'waiting',
  'live',
  'ended',
  'withdrawn',
]

export function BulletinsPage() {
  const copy = useCopy()
  const me = useMe()
  const search = useSearch({ from: '/ban-tin' })
  const go = useNavigate({ from: '/ban-tin' })
  const list = useInfiniteQuery(
    bulletinsQuery({
      ...(search.trangThai && { state: search.trangThai }),
      ...(search.nhom && { category: search.nhom }),
      ...(search.tim && { q: search.tim }),
    }),
  )
  const bulletins = list.data?.pages.flatMap((page) => page.bulletins) ?? []
  const mayCompose = areasWhere(me, 'author', 'administrator').length > 0
  const filtered = Boolean(search.trangThai ?? search.nhom ?? search.tim)
  return (
    <>
      <PageTop
        title={copy.bulletins.title}
        actions={
          mayCompose && (
            <Link className="btn btn-primary" to="/soan/mau">
              <Icon name="plus" />
              {copy.bulletins.compose}
            </Link>
          )
        }
      />
      <div className="filters">
        <nav className="tabs" aria-label={copy.bulletins.tabs}>
          {TABS.map((state) => (
            <Link
              key={state ?? 'all'}
              to="/ban-tin"
              search={(old) => ({ ...old, trangThai: state })}
              aria-current={search.trangThai === state ? 'page' : undefined}
              activeProps={{}}
            >
              {state ? copy.bulletins.states[state] : copy.bulletins.all}
            </Link>
          ))}
        </nav>
        <div className="filter-row">
          <SearchField
            label={copy.bulletins.search}
            value={search.tim ?? ''}
            onChange={(tim) =>
              void go({
                search: (old) => ({ ...old, tim: tim || undefined }),
                replace: true,
              })
            }
          />
          <CategoryFilter
            value={search.nhom}
            onChange={(nhom) =>
              void go({ search: (old) => ({ ...old, nhom }), replace: true })
            }
          />
        </div>
      </div>
      <div className="page-body">
        {list.isPending && <LoadingRows rows={6} height={76} />}
        {list.isError && (
          <FailedState error={list.error} retry={() => void list.refetch()} />
        )}
        {list.isSuccess && bulletins.length === 0 && (
          <NothingHere filtered={filtered} search={search.tim} />
        )}
        <ul className="bulletin-list" aria-busy={list.isPlaceholderData}>
          {bulletins.map((bulletin) => (
            <BulletinRow key={bulletin.id} bulletin={bulletin} />
          ))}
        </ul>
        {list.hasNextPage && (
          <button
            type="button"
            className="btn"
            disabled={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {copy.bulletins.more}
          </button>
        )}
      </div>
    </>
  )
}

function CategoryFilter({
  value,
  onChange,
}: {
  value: Category | undefined
  onChange: (category: Category | undefined) => void
}) {
  const copy = useCopy()
  return (
    <select
      className="select"
      aria-label={copy.bulletins.category}
      value={value ?? ''}
      onChange={(event) => {
        const picked = categorySchema.safeParse(event.currentTarget.value)
        onChange(picked.success ? picked.data : undefined)
      }}
    >
      <option value="">{copy.bulletins.anyCategory}</option>
      {categorySchema.options.map((category) => (
        <option key={category} value={category}>
          {copy.shell.categories[category]}
        </option>
      ))}
    </select>
  )
}

function NothingHere({
  filtered,
  search,
}: {
  filtered: boolean
  search: string | undefined
}) {
  const copy = useCopy()
  if (!filtered) {
    return (
      <EmptyState icon="bulletin" title={copy.bulletins.emptyTitle}>
        <p>{copy.bulletins.emptyBody}</p>
        <Link className="btn btn-primary" to="/soan/mau">
          {copy.bulletins.emptyAction}
        </Link>
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon="search"
      title={search ? copy.bulletins.notFound(search) : copy.bulletins.emptyTab}
    >
      <Link className="btn" to="/ban-tin">
        {copy.bulletins.showAll}
      </Link>
    </EmptyState>
  )
}
