import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { noticeOrdersQuery, todoQuery } from '../../api/queries.js'
import { Icon, type IconName } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { FailedState, LoadingRows } from '../../ui/states.js'
import { sayWhen } from '../../ui/time.js'

/** Of one kind of work, how many are named before "and n more". */
const NAMED = 3

type Item = {
  id: string
  title: string
  by: string
  at: string
  to: '/duyet/$id' | '/ban-tin/$id' | '/khan/cho/$id'
}

/** What waits for this person, what came back, and what was sent. */
export function WorkSection() {
  const { today: words } = useCopy()
  const todo = useQuery(todoQuery)
  const orders = useQuery({
    ...noticeOrdersQuery,
    select: (all) => all.filter((one) => one.state === 'waiting' && !one.mine),
  })
  const toConfirm = (orders.data ?? []).map((order) => ({
    id: order.id,
    title: order.title,
    by: order.createdBy,
    at: order.createdAt,
    to: '/khan/cho/$id' as const,
  }))
  const rows =
    (to: '/duyet/$id' | '/ban-tin/$id') =>
    (one: {
      id: string
      title: string
      authorName: string
      updatedAt: string
    }) => ({ ...one, by: one.authorName, at: one.updatedAt, to })
  const waiting = (todo.data?.waiting ?? []).map(rows('/duyet/$id'))
  const returned = (todo.data?.returned ?? []).map(rows('/ban-tin/$id'))
  const sent = (todo.data?.submitted ?? []).map(rows('/ban-tin/$id'))
  const none = [toConfirm, waiting, returned, sent].every(
    (work) => work.length === 0,
  )
  return (
    <section className="panel stack tight" aria-labelledby="viec-cua-toi">
      <h2 id="viec-cua-toi">{words.mine}</h2>
      {todo.isPending && <LoadingRows rows={2} height={56} />}
      {todo.isError && (
        <FailedState error={todo.error} retry={() => void todo.refetch()} />
      )}
      {todo.isSuccess && none && (
        <p className="today-calm">
          <Icon name="check" />
          {words.nothing}
        </p>
      )}
      <Work icon="urgent" title={words.toConfirm} items={toConfirm} />
      <Work icon="check" title={words.toApprove} items={waiting} />
      <Work icon="undo" title={words.cameBack} items={returned} />
      <Work icon="clock" title={words.sent} items={sent} />
    </section>
  )
}

function Work(props: {
  icon: IconName
  title: string
  items: readonly Item[]
}) {
  const copy = useCopy()
  const { items } = props
  if (items.length === 0) return null
  return (
    <div className="today-work">
      <h3>
        <Icon name={props.icon} size={18} />
        <b>{items.length}</b> {props.title}
      </h3>
      <ul>
        {items.slice(0, NAMED).map((item) => (
          <li key={item.id}>
            <Link to={item.to} params={{ id: item.id }}>
              {item.title}
            </Link>
            <span className="muted">
              {copy.today.from(item.by)} · {sayWhen(item.at, copy)}
            </span>
          </li>
        ))}
      </ul>
      {items.length > NAMED && (
        <Link className="link" to="/duyet">
          {copy.today.more(items.length - NAMED)}
        </Link>
      )}
    </div>
  )
}
