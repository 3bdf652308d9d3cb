// The board of one notice: sent, received, shown, missing, with the times.
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { NoticeView } from '../../../../shared/contract/api/notices.js'
import { noticeQuery } from '../../api/queries.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { FailedState, LoadingRows } from '../../ui/states.js'
import { sayWhen } from '../../ui/time.js'
import type { Copy } from '../../copy/vi.js'
import { DeliveryBoard } from './delivery-board.js'
import { NoticeActs } from './notice-acts.js'

export function NoticePage() {
  const copy = useCopy()
  const { id } = useParams({ from: '/khan/$id' })
  const notice = useQuery(noticeQuery(id))
  useEffect(() => {
    document.title = `${copy.notices.title} – ${copy.shell.product}`
  }, [copy])
  if (notice.isPending) {
    return (
      <div className="page-body">
        <LoadingRows rows={4} height={90} />
      </div>
    )
  }
  if (notice.isError) {
    return (
      <div className="page-body">
        <FailedState error={notice.error} retry={() => void notice.refetch()} />
      </div>
    )
  }
  const view = notice.data
  return (
    <>
      <Banner notice={view} />
      <div className="page-body board-columns">
        <div className="stack">
          <Counts notice={view} />
          <DeliveryBoard notice={view} />
        </div>
        <NoticeFacts notice={view} />
      </div>
    </>
  )
}

function Banner({ notice }: { notice: NoticeView }) {
  const { notices: words } = useCopy()
  const live = notice.state === 'in_force'
  const said = bannerWords(notice, words)
  const look = !live ? 'over' : notice.drill ? 'drill' : 'real'
  return (
    <header className={`urgent-banner urgent-${look}`}>
      <Icon name="urgent" size={40} />
      <div>
        <p>{said}</p>
        <h1 tabIndex={-1}>{notice.title}</h1>
        {notice.version > 1 && <p>{words.version(notice.version)}</p>}
      </div>
    </header>
  )
}

function bannerWords(
  { hold, drill, state }: NoticeView,
  words: Copy['notices'],
): string {
  const live = state === 'in_force'
  if (hold) return live ? words.heldLive : words.heldOver
  if (live) return drill ? words.liveDrill : words.liveReal
  return drill ? words.overDrill : words.overReal
}

function Counts({ notice }: { notice: NoticeView }) {
  const { notices: words } = useCopy()
  const { shown, screens, missing } = notice.counts
  const said = words.onAir(shown, screens)
  return (
    <section className="stack tight" aria-live="polite">
      <p className="board-count">
        <b>{said.big}</b> {said.rest}
      </p>
      {missing > 0 && notice.state === 'in_force' && (
        <p className="note note-bad">
          <b>{words.missing(missing)}</b> {words.missingDo}
        </p>
      )}
      {missing === 0 && shown === screens && (
        <p className="note note-ok">{words.allShown}</p>
      )}
    </section>
  )
}

function NoticeFacts({ notice }: { notice: NoticeView }) {
  const copy = useCopy()
  const words = copy.notices
  const { pace, recalledAt, source } = notice
  const seconds = (ms: number) => words.seconds(ms / 1000)
  const facts: [string, string | null][] = [
    [words.issued, sayWhen(notice.issuedAt, copy)],
    [words.expires, notice.hold ? null : sayWhen(notice.expiresAt, copy)],
    [words.issuer, notice.issuer],
    [words.issuedBy, notice.issuedBy],
    [words.source, source],
    [
      words.pace,
      pace && words.paceSaid(seconds(pace.medianMs), seconds(pace.slowestMs)),
    ],
    [words.recalledAt, recalledAt && sayWhen(recalledAt, copy)],
  ]
  return (
    <aside className="stack">
      <dl className="card facts">
        {notice.level > 0 && !notice.hold && (
          <div>
            <dt>{words.levelLabel}</dt>
            <dd>{words.levels[notice.level]}</dd>
          </div>
        )}
        {facts.map(
          ([term, said]) =>
            said !== null && (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{said}</dd>
              </div>
            ),
        )}
      </dl>
      {notice.state === 'in_force' && <NoticeActs notice={notice} />}
    </aside>
  )
}
