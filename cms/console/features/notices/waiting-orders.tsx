// Notices that wait: for a second officer, or for anybody to read them.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { NoticeOrderView } from '../../../../shared/contract/api/notice-orders.js'
import { noticeOrdersQuery } from '../../api/queries.js'
import { useCopy } from '../../ui/language.js'
import { Tag } from '../../ui/tag.js'
import { sayWhen } from '../../ui/time.js'

export function WaitingOrders() {
  const { notices: words } = useCopy()
  const orders = useQuery(noticeOrdersQuery)
  const waiting = orders.data?.filter((one) => one.state === 'waiting') ?? []
  const drafts = orders.data?.filter((one) => one.state === 'draft') ?? []
  return (
    <>
      {waiting.length > 0 && (
        <OrderList title={words.waitingHead} orders={waiting} />
      )}
      {drafts.length > 0 && (
        <OrderList title={words.fromElsewhere} orders={drafts} />
      )}
    </>
  )
}

type OrderListProps = { title: string; orders: readonly NoticeOrderView[] }

function OrderList({ title, orders }: OrderListProps) {
  const copy = useCopy()
  const words = copy.notices
  return (
    <section className="stack tight">
      <h2>{title}</h2>
      <ul className="bulletin-list">
        {orders.map((order) => (
          <li key={order.id} className="bulletin-row notice-row">
            <Tag tone={order.drill ? 'drill' : 'warn'} icon="clock">
              {order.drill ? words.drill : words.real}
            </Tag>
            <div className="bulletin-what">
              <Link to="/khan/cho/$id" params={{ id: order.id }}>
                {order.title}
              </Link>
              <p>
                {order.level > 0 && `${words.level(order.level)} · `}
                {order.ownerAreaName} · {words.writtenBy(order.createdBy)}
              </p>
            </div>
            <div className="bulletin-when">
              <p>{sayWhen(order.createdAt, copy)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
