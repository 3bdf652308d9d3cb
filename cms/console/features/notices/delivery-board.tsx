import type {
  Delivery,
  NoticeView,
} from '../../../../shared/contract/api/notices.js'
import { refusalSentence } from '../../../../shared/text/copy/say.js'
import { useCopy, useWords } from '../../ui/language.js'
import { Tag } from '../../ui/tag.js'
import { saySecond } from '../../ui/time.js'

/** Those that need a call first: failed, silent, received but dark, shown. */
function urgency(one: Delivery): number {
  if (one.failed) return 0
  if (!one.receivedAt && !one.shownAt) return one.connected ? 1 : 0
  return one.shownAt ? 3 : 2
}

/** One line per screen, faults on top. */
export function DeliveryBoard({ notice }: { notice: NoticeView }) {
  const { notices: words } = useCopy()
  const rows = [...notice.deliveries].sort((a, b) => urgency(a) - urgency(b))
  const time = (at: string | null): string =>
    at === null ? words.notYet : saySecond(at)
  return (
    <table className="board">
      <caption className="visually-hidden">{words.board}</caption>
      <thead>
        <tr>
          <th scope="col">{words.screen}</th>
          <th scope="col">{words.sent}</th>
          <th scope="col">{words.received}</th>
          <th scope="col">
            {notice.state === 'in_force' ? words.shown : words.shownPast}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((one) => (
          <tr key={one.screenId} data-urgency={urgency(one)}>
            <th scope="row">
              {one.screenName}
              <small>{one.areaName}</small>
            </th>
            <td data-label={words.sent}>{time(one.sentAt)}</td>
            <td data-label={words.received}>{time(one.receivedAt)}</td>
            <td data-label={words.shown}>
              <ShownState delivery={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ShownState({ delivery }: { delivery: Delivery }) {
  const { copy, language } = useWords()
  const words = copy.notices
  const { shownAt, receivedAt, failed, connected, endedAt } = delivery
  if (failed) {
    return (
      <Tag tone="bad" icon="cross">
        {words.failed(refusalSentence(failed, language))}
      </Tag>
    )
  }
  if (shownAt) {
    return (
      <>
        <Tag tone="ok" icon="check">
          {saySecond(shownAt)}
        </Tag>
        {endedAt && <small>{words.ended(saySecond(endedAt))}</small>}
      </>
    )
  }
  if (receivedAt) {
    return (
      <Tag tone="warn" icon="clock">
        {words.waiting}
      </Tag>
    )
  }
  return (
    <Tag tone="bad" icon={connected ? 'clock' : 'offline'}>
      {connected ? words.notReceived : words.awayNow}
    </Tag>
  )
}
