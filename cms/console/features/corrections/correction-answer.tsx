// The one answer to a correction: all of it, or none.
import { Modal, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CorrectionView } from '../../../../shared/contract/api/corrections.js'
import { call } from '../../api/client.js'
import { correctionQuery } from '../../api/queries.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { sentenceOf } from '../../ui/states.js'

export function CorrectionAnswer(props: { correction: CorrectionView }) {
  const { id, contentHash, mayRelease, mayReturn, items, state } =
    props.correction
  const copy = useCopy()
  const words = copy.corrections
  const queries = useQueryClient()
  // What a person looked at; a refresh under their eyes is not that.
  const [seen, setSeen] = useState(contentHash)
  const unseen = contentHash !== null && seen !== contentHash
  const approve = useMutation({
    mutationFn: () =>
      call('releaseCorrection', {
        params: { id },
        body: { contentHash: seen ?? '' },
      }),
    onSuccess: (view) => {
      queries.setQueryData(correctionQuery(id).queryKey, view)
      void queries.invalidateQueries({ queryKey: ['bulletins'] })
      notifications.show({ message: words.released, color: 'act' })
    },
    onError: () => void queries.invalidateQueries(correctionQuery(id)),
  })
  if (state !== 'submitted') return null
  return (
    <div className="approval-answer">
      {mayRelease && unseen && (
        <div className="note note-warn" role="alert">
          <p>{words.changed}</p>
          <button
            type="button"
            className="btn"
            onClick={() => {
              approve.reset()
              setSeen(contentHash)
            }}
          >
            <Icon name="eye" />
            {copy.approvals.seenAgain}
          </button>
        </div>
      )}
      {approve.isError && !unseen && (
        <p className="note note-warn" role="alert">
          {sentenceOf(approve.error, copy)}
        </p>
      )}
      {mayRelease ? (
        <button
          type="button"
          className="btn btn-primary btn-large"
          disabled={approve.isPending || unseen}
          onClick={() => approve.mutate()}
        >
          <Icon name="check" />
          {words.approve(items.length)}
        </button>
      ) : (
        <p className="note note-info">{words.waits}</p>
      )}
      {mayReturn && (
        <RefuseCorrection
          id={id}
          label={mayRelease ? words.refuse : words.letGo}
        />
      )}
    </div>
  )
}

/** Closes it with a reason; no screen changes. */
export function RefuseCorrection(props: { id: string; label: string }) {
  const { id, label } = props
  const copy = useCopy()
  const words = copy.corrections
  const queries = useQueryClient()
  const [asked, setAsked] = useState(false)
  const [reason, setReason] = useState('')
  const refuse = useMutation({
    mutationFn: () =>
      call('returnCorrection', { params: { id }, body: { reason } }),
    onSuccess: (view) => {
      setAsked(false)
      queries.setQueryData(correctionQuery(id).queryKey, view)
      void queries.invalidateQueries({ queryKey: ['bulletins'] })
      notifications.show({ message: words.refused, color: 'act' })
    },
  })
  return (
    <>
      <button
        type="button"
        className="btn btn-large"
        onClick={() => setAsked(true)}
      >
        <Icon name="cross" />
        {label}
      </button>
      <Modal
        opened={asked}
        onClose={() => setAsked(false)}
        title={words.refuseTitle}
        closeButtonProps={{ 'aria-label': copy.shell.close }}
      >
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            if (reason.trim() !== '') refuse.mutate()
          }}
        >
          {refuse.isError && (
            <p className="note note-bad" role="alert">
              {sentenceOf(refuse.error, copy)}
            </p>
          )}
          <Textarea
            label={words.refuseWhy}
            value={reason}
            maxLength={1000}
            autosize
            minRows={3}
            data-autofocus
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <button
            type="submit"
            className="btn btn-primary"
            disabled={reason.trim() === '' || refuse.isPending}
          >
            {label}
          </button>
        </form>
      </Modal>
    </>
  )
}
