// The board of one notice: sent, received, shown, missing, with the times.
import { Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { NoticeView } from '../../../../shared/contract/api/notices.js'
import { call } from '../../api/client.js'
import { noticeQuery } from '../../api/queries.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { areasWhere, useMe } from '../../ui/me.js'
import { FailedState, LoadingRows, sentenceOf } from '../../ui/states.js'
import { sayWhen } from '../../ui/time.js'
import { DeliveryBoard } from './delivery-board.js'

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
  const said = live
    ? notice.drill
      ? words.liveDrill
      : words.liveReal
    : notice.drill
      ? words.overDrill
      : words.overReal
  const look = !live ? 'over' : notice.drill ? 'drill' : 'real'
  return (
    <header className={`urgent-banner urgent-${look}`}>
      <Icon name="urgent" size={40} />
      <div>
        <p>{said}</p>
        <h1 tabIndex={-1}>{notice.title}</h1>
      </div>
    </header>
  )
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
  const facts: [string, string][] = [
    [words.issued, sayWhen(notice.issuedAt, copy)],
    [words.expires, sayWhen(notice.expiresAt, copy)],
    [words.issuer, notice.issuer],
    [words.issuedBy, notice.issuedBy],
    ...(notice.recalledAt
      ? [
          [words.recalledAt, sayWhen(notice.recalledAt, copy)] satisfies [
            string,
            string,
          ],
        ]
      : []),
  ]
  return (
    <aside className="stack">
      <dl className="card facts">
        {notice.level > 0 && (
          <div>
            <dt>{words.levelLabel}</dt>
            <dd>{words.levels[notice.level]}</dd>
          </div>
        )}
        {facts.map(([term, said]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      {notice.state === 'in_force' && <RecallButton notice={notice} />}
    </aside>
  )
}

function RecallButton({ notice }: { notice: NoticeView }) {
  const copy = useCopy()
  const words = copy.notices
  const me = useMe()
  const queries = useQueryClient()
  const [open, dialog] = useDisclosure(false)
  const recall = useMutation({
    mutationFn: () => call('recallNotice', { params: { id: notice.id } }),
    onSuccess: (view) => {
      queries.setQueryData(noticeQuery(notice.id).queryKey, view)
      void queries.invalidateQueries({ queryKey: ['notices'] })
      dialog.close()
      notifications.show({ message: words.recalled, color: 'act' })
    },
  })
  if (areasWhere(me, 'duty', 'administrator').length === 0) return null
  return (
    <>
      <button
        type="button"
        className="btn btn-urgent-line btn-large"
        onClick={dialog.open}
      >
        <Icon name="power" />
        {words.recall}
      </button>
      <Modal
        opened={open}
        onClose={dialog.close}
        title={words.recallTitle}
        closeButtonProps={{ 'aria-label': copy.shell.close }}
      >
        <div className="stack">
          <p>{words.recallBody(notice.title, notice.counts.screens)}</p>
          {recall.isError && (
            <p className="note note-bad" role="alert">
              {sentenceOf(recall.error, copy)}
            </p>
          )}
          <div className="modal-acts">
            <button type="button" className="btn" onClick={dialog.close}>
              {copy.shell.cancel}
            </button>
            <button
              type="button"
              className="btn btn-primary"
              disabled={recall.isPending}
              onClick={() => recall.mutate()}
            >
              {words.recall}
            </button>
          </div>
        </div>
      </Modal>
    </>
  )
}
