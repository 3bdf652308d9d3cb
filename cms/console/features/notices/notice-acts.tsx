// What an officer does about a notice that is on the glass.
import { Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { NoticeView } from '../../../../shared/contract/api/notices.js'
import { call } from '../../api/client.js'
import { noticeQuery } from '../../api/queries.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { areasWhere, useMe } from '../../ui/me.js'
import { sentenceOf } from '../../ui/states.js'

type ActProps = { notice: NoticeView }

/** Correct, send again, end; for a hold only lifting it. */
export function NoticeActs({ notice }: ActProps) {
  const { notices: words } = useCopy()
  const me = useMe()
  if (areasWhere(me, 'duty', 'approver').length === 0) return null
  return (
    <div className="stack tight">
      {notice.counts.missing > 0 && <PushAgainButton notice={notice} />}
      {!notice.hold && notice.words && (
        <Link
          className="btn btn-large"
          to="/khan/$id/sua"
          params={{ id: notice.id }}
        >
          <Icon name="edit" />
          {words.correct}
        </Link>
      )}
      <RecallButton notice={notice} />
    </div>
  )
}

function PushAgainButton({ notice }: ActProps) {
  const copy = useCopy()
  const words = copy.notices
  const queries = useQueryClient()
  const push = useMutation({
    mutationFn: () => call('pushNoticeAgain', { params: { id: notice.id } }),
    onSuccess: (view) => {
      queries.setQueryData(noticeQuery(notice.id).queryKey, view)
      notifications.show({ message: words.pushedAgain, color: 'act' })
    },
  })
  return (
    <>
      <button
        type="button"
        className="btn btn-large"
        disabled={push.isPending}
        onClick={() => push.mutate()}
      >
        <Icon name="sync" />
        {words.pushAgain(notice.counts.missing)}
      </button>
      {push.isError && (
        <p className="note note-bad" role="alert">
          {sentenceOf(push.error, copy)}
        </p>
      )}
    </>
  )
}

function RecallButton({ notice }: { notice: NoticeView }) {
  const copy = useCopy()
  const words = copy.notices
  const queries = useQueryClient()
  const [open, dialog] = useDisclosure(false)
  const recall = useMutation({
    mutationFn: () => call('recallNotice', { params: { id: notice.id } }),
    onSuccess: (view) => {
      queries.setQueryData(noticeQuery(notice.id).queryKey, view)
      void queries.invalidateQueries({ queryKey: ['notices'] })
      dialog.close()
      notifications.show({
        message: notice.hold ? words.lifted : words.recalled,
        color: 'act',
      })
    },
  })
  const label = notice.hold ? words.lift : words.recall
  return (
    <>
      <button
        type="button"
        className="btn btn-urgent-line btn-large"
        onClick={dialog.open}
      >
        <Icon name="power" />
        {label}
      </button>
      <Modal
        opened={open}
        onClose={dialog.close}
        title={notice.hold ? words.liftTitle : words.recallTitle}
        closeButtonProps={{ 'aria-label': copy.shell.close }}
      >
        <div className="stack">
          <p>
            {notice.hold
              ? words.liftBody(notice.counts.screens)
              : words.recallBody(notice.title, notice.counts.screens)}
          </p>
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
              {label}
            </button>
          </div>
        </div>
      </Modal>
    </>
  )
}
