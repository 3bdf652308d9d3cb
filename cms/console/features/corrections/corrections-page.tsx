// Corrections of the areas one serves, newest first.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { correctionsQuery } from '../../api/queries.js'
import { CorrectionRow } from '../../ui/correction-row.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { areasWhere, useMe } from '../../ui/me.js'
import { PageTop } from '../../ui/page.js'
import { EmptyState, FailedState, LoadingRows } from '../../ui/states.js'

export function CorrectionsPage() {
  const copy = useCopy()
  const words = copy.corrections
  const list = useQuery(correctionsQuery)
  const writes = areasWhere(useMe(), 'author', 'approver').length > 0
  return (
    <>
      <PageTop
        title={words.title}
        actions={
          writes && (
            <Link className="btn btn-primary" to="/dinh-chinh/moi">
              <Icon name="search" />
              {words.start}
            </Link>
          )
        }
      />
      <div className="page-body stack">
        <p className="lead">{words.lead}</p>
        {list.isPending && <LoadingRows rows={3} height={76} />}
        {list.isError && (
          <FailedState error={list.error} retry={() => void list.refetch()} />
        )}
        {list.data?.length === 0 && (
          <EmptyState icon="edit" title={words.emptyTitle}>
            <p>{words.emptyBody}</p>
          </EmptyState>
        )}
        {list.data && list.data.length > 0 && (
          <ul className="bulletin-list">
            {list.data.map((one) => (
              <CorrectionRow key={one.id} correction={one} />
            ))}
          </ul>
        )}
      </div>
    </>
  )
}
