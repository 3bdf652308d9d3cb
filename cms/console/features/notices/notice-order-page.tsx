// A notice somebody has written: read it as it will stand, then send or not.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { NoticeOrderView } from '../../../../shared/contract/api/notice-orders.js'
import type { TemplateView } from '../../../../shared/contract/template.js'
import { call } from '../../api/client.js'
import {
  noticeOrdersQuery,
  noticeQuery,
  templatesQuery,
} from '../../api/queries.js'
import { HoldButton } from '../../ui/hold-button.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { PageTop } from '../../ui/page.js'
import {
  EmptyState,
  FailedState,
  LoadingRows,
  sentenceOf,
} from '../../ui/states.js'
import { sayWhen } from '../../ui/time.js'
import { ReachNote, useReach } from './notice-places.js'
import { NoticePreview } from './notice-preview.js'
import { ThreeChecks } from './three-checks.js'

export function NoticeOrderPage() {
  const { notices: words } = useCopy()
  const { id } = useParams({ from: '/khan/cho/$id' })
  const orders = useQuery(noticeOrdersQuery)
  const templates = useQuery(templatesQuery)
  const order = orders.data?.find((one) => one.id === id)
  const template = templates.data?.find(
    (one) => one.id === (order?.asked.templateId ?? 'urgent'),
  )
  const loading = orders.isPending || templates.isPending
  return (
    <>
      <PageTop
        title={words.orderTitle}
        crumb={{ to: '/khan', label: words.title }}
      />
      {loading && <LoadingRows rows={3} height={120} />}
      {orders.isError && (
        <FailedState error={orders.error} retry={() => void orders.refetch()} />
      )}
      {!loading && orders.isSuccess && !order && (
        <EmptyState icon="urgent" title={words.orderGone}>
          <p>{words.orderGoneBody}</p>
        </EmptyState>
      )}
      {order && template && <Order order={order} template={template} />}
    </>
  )
}

type OrderProps = { order: NoticeOrderView; template: TemplateView }

function Order({ order, template }: OrderProps) {
  const copy = useCopy()
  const words = copy.notices
  const [ticks, setTicks] = useState(0)
  const { asked, drill, level, mine, ownerAreaId } = order
  const reach = useReach(ownerAreaId, asked.audience)
  const { send, putAside } = useDecide(order.id)
  const count = reach?.counts.screens ?? 0
  const failed = send.error ?? putAside.error
  const busy = send.isPending || putAside.isPending
  return (
    <>
      <div className={`urgent-banner urgent-${drill ? 'drill' : 'real'}`}>
        <Icon name="urgent" size={36} />
        <p>
          {order.source === null
            ? words.orderLead(order.createdBy, sayWhen(order.createdAt, copy))
            : words.orderFrom(order.createdBy, sayWhen(order.createdAt, copy))}
        </p>
      </div>
      <div className="page-body two-columns">
        <div className="stack">
          <NoticePreview
            template={template}
            fields={asked.fields.vi}
            own={{
              level,
              drill,
              issuer: order.ownerAreaName,
              expiresAt: asked.expiresAt,
            }}
            areaId={ownerAreaId}
          />
          {reach && <ReachNote reach={reach} />}
        </div>
        <div className="stack">
          <ThreeChecks
            onTicks={setTicks}
            content={`${words.levels[level] ?? ''}. ${order.title}`}
            places={words.reach(count, reach?.counts.on ?? 0)}
            until={words.untilSaid(sayWhen(asked.expiresAt, copy))}
          />
          {mine && <p className="note note-info">{words.orderMine}</p>}
          {failed && (
            <p className="note note-bad" role="alert">
              {sentenceOf(failed, copy)}
            </p>
          )}
          {!mine && (
            <HoldButton
              drill={drill ?? false}
              disabled={ticks !== 3 || count === 0 || busy}
              label={send.isPending ? words.sending : words.holdConfirm(count)}
              hint={words.holdHint}
              onHeld={() => send.mutate()}
            />
          )}
          <button
            type="button"
            className="btn btn-large"
            disabled={busy}
            onClick={() => putAside.mutate()}
          >
            {words.putAside}
          </button>
        </div>
      </div>
    </>
  )
}

function useDecide(id: string) {
  const go = useNavigate()
  const queries = useQueryClient()
  const done = () => void queries.invalidateQueries({ queryKey: ['notices'] })
  const send = useMutation({
    mutationFn: () => call('confirmNoticeOrder', { params: { id } }),
    onSuccess: async (view) => {
      queries.setQueryData(noticeQuery(view.id).queryKey, view)
      done()
      await go({ to: '/khan/$id', params: { id: view.id }, replace: true })
    },
  })
  const putAside = useMutation({
    mutationFn: () => call('cancelNoticeOrder', { params: { id } }),
    onSuccess: async () => {
      done()
      await go({ to: '/khan', replace: true })
    },
  })
  return { send, putAside }
}
