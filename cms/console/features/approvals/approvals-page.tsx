// What waits for this person, what came back, and what was sent: oldest first.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { BulletinSummary } from '../../../../shared/contract/api/bulletins.js'
import { todoQuery } from '../../api/queries.js'
import { BulletinStateTag, CategoryMark } from '../../ui/bulletin-state.js'
import { CorrectionRow } from '../../ui/correction-row.js'
import { useCopy } from '../../ui/language.js'
import { PageTop } from '../../ui/page.js'
import { EmptyState, FailedState, LoadingRows } from '../../ui/states.js'
import { sayWhen } from '../../ui/time.js'

export function ApprovalsPage() {
  const copy = useCopy()
  const words = copy.approvals
  const todo = useQuery(todoQuery)
  return (
    <>
      <PageTop title={words.title} />
      <div className="page-body stack">
        {todo.isPending && <LoadingRows rows={4} height={76} />}
        {todo.isError && (
          <FailedState error={todo.error} retry={() => void todo.refetch()} />
        )}
        {todo.data && (
          <>
            {todo.data.waiting.length + todo.data.corrections.length === 0 && (
              <EmptyState icon="check" title={words.emptyTitle}>
                <p>{words.emptyBody}</p>
              </EmptyState>
            )}
            <Work
              title={words.waiting}
              to="/duyet/$id"
              bulletins={todo.data.waiting}
            />
            {todo.data.corrections.length > 0 && (
              <section className="stack">
                <h2>{words.corrections}</h2>
                <ul className="bulletin-list">
                  {todo.data.corrections.map((one) => (
                    <CorrectionRow key={one.id} correction={one} />
                  ))}
                </ul>
              </section>
            )}
            <Work
              title={words.returned}
              to="/ban-tin/$id"
              bulletins={todo.data.returned}
            />
            <Work
              title={words.submitted}
              to="/ban-tin/$id"
              bulletins={todo.data.submitted}
            />
          </>
        )}
      </div>
    </>
  )
}

function Work(props: {
  title: string
  to: '/duyet/$id' | '/ban-tin/$id'
  bulletins: readonly BulletinSummary[]
}) {
  const copy = useCopy()
  if (props.bulletins.length === 0) return null
  return (
    <section className="stack">
      <h2>{props.title}</h2>
      <ul className="bulletin-list">
        {props.bulletins.map((bulletin) => (
          <li className="bulletin-row" key={bulletin.id}>
            <CategoryMark category={bulletin.category} />
            <div className="bulletin-what">
              <Link to={props.to} params={{ id: bulletin.id }}>
                {bulletin.title}
              </Link>
              <p>
                {bulletin.ownerAreaName} ·{' '}
                {copy.bulletins.by(bulletin.authorName)}
              </p>
            </div>
            <div className="bulletin-where">
              <p>{copy.shell.screenCount(bulletin.screenCount)}</p>
            </div>
            <div className="bulletin-when">
              <p>{sayWhen(bulletin.updatedAt, copy)}</p>
            </div>
            <BulletinStateTag state={bulletin.state} />
          </li>
        ))}
      </ul>
    </section>
  )
}
