// Where a bulletin has arrived, and where its recall has: screen by screen,
// those that are off included.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type {
  BulletinDelivery,
  ScreenArrival,
} from '../../../../shared/contract/api/bulletin-history.js'
import type { BulletinView } from '../../../../shared/contract/api/bulletins.js'
import { deliveryQuery } from '../../api/queries.js'
import { Arrivals } from '../../ui/arrivals.js'
import { useCopy } from '../../ui/language.js'
import { sayWhen } from '../../ui/time.js'

/** Nothing for one that was never on a screen. */
export function DeliveryCards({ bulletin }: { bulletin: BulletinView }) {
  const copy = useCopy()
  const words = copy.bulletins
  const delivery = useQuery(deliveryQuery(bulletin.id))
  if (!delivery.data) return null
  const { release, recall } = delivery.data
  return (
    <>
      {bulletin.liveRevisionNumber !== null && (
        <Card
          title={words.delivery}
          screens={release}
          done={words.deliveryDone}
          waiting={words.deliveryWaiting}
        />
      )}
      {recall && bulletin.liveRevisionNumber === null && (
        <Card
          title={words.recall}
          lead={<RecallLead recall={recall} />}
          screens={recall.screens}
          done={words.recallDone}
          waiting={words.recallWaiting}
        />
      )}
    </>
  )
}

function RecallLead(props: {
  recall: NonNullable<BulletinDelivery['recall']>
}) {
  const copy = useCopy()
  const { issuedAt, closedAt } = props.recall
  return (
    <p className="muted">
      {copy.bulletins.recalledAt(sayWhen(issuedAt, copy))}
      {closedAt && ` ${copy.bulletins.recallClosed(sayWhen(closedAt, copy))}`}
    </p>
  )
}

function Card(props: {
  title: string
  lead?: ReactNode
  screens: readonly ScreenArrival[]
  done: string
  waiting: (n: number) => string
}) {
  const words = useCopy().bulletins
  const { screens } = props
  const has = screens.filter((one) => one.has).length
  const missing = screens.length - has
  const share = screens.length > 0 ? has / screens.length : 0
  return (
    <section className="card pad delivery">
      <h2>{props.title}</h2>
      {props.lead}
      <p className="big">{words.deliveryOf(has, screens.length)}</p>
      <div className="meter" aria-hidden="true">
        <i style={{ inlineSize: `${share * 100}%` }} />
      </div>
      <p className="muted">
        {missing === 0 ? props.done : props.waiting(missing)}
      </p>
      {screens.length > 0 && (
        <details open={missing > 0 && screens.length <= 12}>
          <summary>{words.everyScreen}</summary>
          <Arrivals screens={screens} />
        </details>
      )}
    </section>
  )
}
