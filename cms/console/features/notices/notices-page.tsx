// Urgent notices: those in force first, each with how many screens show it.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { NoticeView } from '../../../../shared/contract/api/notices.js'
import { noticesQuery } from '../../api/queries.js'
import { useCopy } from '../../ui/language.js'
import { areasWhere, useMe } from '../../ui/me.js'
import { PageTop } from '../../ui/page.js'
import { EmptyState, FailedState, LoadingRows } from '../../ui/states.js'
import { Tag } from '../../ui/tag.js'
import { sayWhen } from '../../ui/time.js'
import { WaitingOrders } from './waiting-orders.js'

type Summary = Omit<NoticeView, 'deliveries' | 'words'>

export function NoticesPage() {
  const copy = useCopy()
  const words = copy.notices
  const me = useMe()
  const notices = useQuery(noticesQuery)
  const mayIssue = areasWhere(me, 'duty').length > 0
  const mayStop = areasWhere(me, 'duty', 'approver').length > 0
  const inForce = notices.data?.filter((one) => one.state === 'in_force') ?? []
  const held = inForce.filter((one) => one.hold)
  const now = inForce.filter((one) => !one.hold)
  const past = notices.data?.filter((one) => one.state !== 'in_force') ?? []
  return (
    <>
      <PageTop
        title={words.title}
        actions={
          <>
            {mayStop && (
              <Link className="btn" to="/khan/dung-tat-ca">
                {words.stopAll}
              </Link>
            )}
            {mayIssue && (
              <>
                <Link className="btn btn-drill" to="/khan/dien-tap">
                  {words.composeDrill}
                </Link>
                <Link className="btn btn-urgent-line" to="/khan/phat-that">
                  {words.composeReal}
                </Link>
              </>
            )}
          </>
        }
      />
      <div className="page-body stack">
        {notices.isPending && <LoadingRows rows={3} height={76} />}
        {notices.isError && (
          <FailedState
            error={notices.error}
            retry={() => void notices.refetch()}
          />
        )}
        {notices.isSuccess && now.length === 0 && (
          <EmptyState icon="urgent" title={words.emptyTitle}>
            <p>{words.emptyBody}</p>
          </EmptyState>
        )}
        <WaitingOrders />
        {held.length > 0 && (
          <NoticeList title={words.heldHead} notices={held} />
        )}
        {now.length > 0 && <NoticeList title={words.inForce} notices={now} />}
        {past.length > 0 && <NoticeList title={words.past} notices={past} />}
      </div>
    </>
  )
}

function NoticeList(props: { title: string; notices: readonly Summary[] }) {
  const copy = useCopy()
  const words = copy.notices
  return (
    <section className="stack tight">
      <h2>{props.title}</h2>
      <ul className="bulletin-list">
        {props.notices.map((notice) => (
          <li key={notice.id} className="bulletin-row notice-row">
            <Tag
              tone={
                notice.drill
                  ? 'drill'
                  : notice.state === 'in_force'
                    ? 'bad'
                    : 'off'
              }
              icon="urgent"
            >
              {notice.hold
                ? words.held
                : notice.drill
                  ? words.drill
                  : words.real}
            </Tag>
            <div className="bulletin-what">
              <Link to="/khan/$id" params={{ id: notice.id }}>
                {notice.title}
              </Link>
              <p>
                {notice.level > 0 &&
                  !notice.hold &&
                  `${words.level(notice.level)} · `}
                {notice.issuer} · {notice.issuedBy}
              </p>
            </div>
            <div className="bulletin-when">
              <p>{sayWhen(notice.issuedAt, copy)}</p>
              <p>{words.states[notice.state]}</p>
            </div>
            <p className="strong">
              {words.counts(notice.counts.shown, notice.counts.screens)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
