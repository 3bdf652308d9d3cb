// Approving on a phone: the exact slides that will be sealed, four facts, what
// differs from the screens now, and one of two answers.
import { Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { ApprovalView } from '../../../../shared/contract/api/approvals.js'
import type {
  BulletinView,
  Remark,
} from '../../../../shared/contract/api/bulletins.js'
import { call } from '../../api/client.js'
import { isProblem } from '../../api/problem.js'
import { approvalQuery, bulletinQuery } from '../../api/queries.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { PageTop } from '../../ui/page.js'
import { FailedState, LoadingRows, sentenceOf } from '../../ui/states.js'
import { sayWhen } from '../../ui/time.js'
import { ApprovalFacts } from './approval-facts.js'
import { ApprovalSlides } from './approval-slides.js'
import { Differences } from './differences.js'
import { ReturnWithRemarks } from './return-with-remarks.js'

export function ApprovalPage() {
  const copy = useCopy()
  const { id } = useParams({ from: '/duyet/$id' })
  const bulletin = useQuery(bulletinQuery(id))
  const approval = useQuery(approvalQuery(id))
  const error = bulletin.error ?? approval.error
  if (error)
    return (
      <div className="page-body">
        <FailedState
          error={error}
          retry={() => {
            void bulletin.refetch()
            void approval.refetch()
          }}
        />
      </div>
    )
  if (!bulletin.data || !approval.data)
    return (
      <div className="page-body">
        <LoadingRows rows={3} height={200} />
      </div>
    )
  const view = bulletin.data
  const { submittedAt, submittedByName } = view
  return (
    <>
      <PageTop
        title={view.title}
        crumb={{ to: '/duyet', label: copy.approvals.title }}
        beside={
          submittedAt && (
            <span className="muted">
              {copy.approvals.sentBy(
                submittedByName ?? view.authorName,
                sayWhen(submittedAt, copy),
              )}
            </span>
          )
        }
      />
      <div className="page-body two-columns">
        <div className="stack">
          <ApprovalSlides approval={approval.data} title={view.title} />
          <Differences bulletin={view} approval={approval.data} />
        </div>
        <div className="stack">
          <ApprovalFacts bulletin={view} screens={approval.data.screens} />
          <Answer bulletin={view} approval={approval.data} />
        </div>
      </div>
    </>
  )
}

function Answer(props: { bulletin: BulletinView; approval: ApprovalView }) {
  const { bulletin, approval } = props
  const copy = useCopy()
  const words = copy.approvals
  const queries = useQueryClient()
  const go = useNavigate()
  const [returning, setReturning] = useState(false)
  // What a person looked at; a refresh under their eyes is not that.
  const [seen, setSeen] = useState(approval.contentHash)
  const unseen = seen !== approval.contentHash
  const params = { id: bulletin.id }
  const done = (message: string) => async (view: BulletinView) => {
    queries.setQueryData(bulletinQuery(bulletin.id).queryKey, view)
    void queries.invalidateQueries({ queryKey: ['bulletins'] })
    notifications.show({ message, color: 'act' })
    await go({ to: '/ban-tin/$id', params })
  }
  const approve = useMutation({
    mutationFn: () =>
      call('releaseBulletin', {
        params,
        body: { contentHash: seen },
      }),
    onSuccess: done(copy.bulletins.released(approval.screens)),
    onError: (error) => {
      if (isProblem(error, 'bulletin.renders_otherwise'))
        void queries.invalidateQueries(approvalQuery(bulletin.id))
    },
  })
  const back = useMutation({
    mutationFn: (body: { reason: string; remarks: Remark[] }) =>
      call('returnBulletin', { params, body }),
    onSuccess: done(copy.bulletins.returnedDone),
  })
  const { may } = bulletin
  if (bulletin.state !== 'submitted')
    return <p className="note note-info">{words.notWaiting}</p>
  if (!may.release && !may.return)
    return <p className="note note-info">{copy.bulletins.waitingHint}</p>
  return (
    <div className="approval-answer">
      {approve.isError && !unseen && (
        <p className="note note-warn" role="alert">
          {isProblem(approve.error, 'bulletin.renders_otherwise')
            ? words.changed
            : sentenceOf(approve.error, copy)}
        </p>
      )}
      {may.release && unseen && (
        <div className="note note-warn" role="alert">
          <p>{words.changedUnseen}</p>
          <button
            type="button"
            className="btn"
            onClick={() => {
              approve.reset()
              setSeen(approval.contentHash)
            }}
          >
            <Icon name="eye" />
            {words.seenAgain}
          </button>
        </div>
      )}
      {may.release ? (
        <button
          type="button"
          className="btn btn-primary btn-large"
          disabled={approve.isPending || unseen}
          onClick={() => approve.mutate()}
        >
          <Icon name="check" />
          {words.approve(approval.screens)}
        </button>
      ) : (
        <p className="note note-info">{copy.bulletins.waitingHint}</p>
      )}
      {may.return && (
        <button
          type="button"
          className="btn btn-large"
          onClick={() => setReturning(true)}
        >
          <Icon name="undo" />
          {words.back}
        </button>
      )}
      <Modal
        opened={returning}
        onClose={() => setReturning(false)}
        title={copy.bulletins.returnTitle}
        closeButtonProps={{ 'aria-label': copy.shell.close }}
      >
        {back.isError && (
          <p className="note note-bad" role="alert">
            {sentenceOf(back.error, copy)}
          </p>
        )}
        <ReturnWithRemarks
          bulletin={bulletin}
          busy={back.isPending}
          onReturn={(body) => back.mutate(body)}
        />
      </Modal>
    </div>
  )
}
