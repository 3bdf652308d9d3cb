// What a person may do with a bulletin now, each with its exact consequence.
import { Modal, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { BulletinView } from '../../../../shared/contract/api/bulletins.js'
import { call } from '../../api/client.js'
import { bulletinQuery } from '../../api/queries.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { sentenceOf } from '../../ui/states.js'
import { ReturnForm } from './return-form.js'

type Act = 'submit' | 'takeBack' | 'return' | 'withdraw'

export function BulletinActs({ bulletin }: { bulletin: BulletinView }) {
  const copy = useCopy()
  const words = copy.bulletins
  const queries = useQueryClient()
  const [asked, setAsked] = useState<Act | null>(null)
  const params = { id: bulletin.id }
  const act = useMutation({
    mutationFn: ({ what, reason }: { what: Act; reason?: string }) => {
      switch (what) {
        case 'submit':
          return call('submitBulletin', { params })
        case 'takeBack':
          return call('takeBackBulletin', { params })
        case 'return':
          return call('returnBulletin', {
            params,
            body: { reason: reason ?? '', remarks: [] },
          })
        case 'withdraw':
          return call('withdrawBulletin', {
            params,
            body: reason ? { reason } : {},
          })
      }
    },
    onSuccess: (view, { what }) => {
      queries.setQueryData(bulletinQuery(bulletin.id).queryKey, view)
      void queries.invalidateQueries({ queryKey: ['bulletins'] })
      void queries.invalidateQueries({ queryKey: ['screens'] })
      setAsked(null)
      const said: Record<Act, string> = {
        submit: words.submitted,
        takeBack: words.takenBack,
        return: words.returnedDone,
        withdraw: words.withdrawn,
      }
      notifications.show({ message: said[what], color: 'act' })
    },
  })
  const ask = (what: Act): void => {
    act.reset()
    setAsked(what)
  }
  const failure = act.isError ? sentenceOf(act.error, copy) : null
  const { may, title, screenCount } = bulletin
  return (
    <>
      {may.edit && (
        <Link className="btn" to="/soan" search={{ id: bulletin.id }}>
          <Icon name="edit" />
          {bulletin.state === 'live' ? words.editLive : words.edit}
        </Link>
      )}
      {may.takeBack && (
        <button
          type="button"
          className="btn"
          disabled={act.isPending}
          onClick={() => act.mutate({ what: 'takeBack' })}
        >
          <Icon name="undo" />
          {words.takeBack}
        </button>
      )}
      {may.withdraw && (
        <button type="button" className="btn" onClick={() => ask('withdraw')}>
          {words.withdraw}
        </button>
      )}
      {may.return && (
        <button type="button" className="btn" onClick={() => ask('return')}>
          <Icon name="undo" />
          {words.return}
        </button>
      )}
      {may.submit && (
        <button
          type="button"
          className="btn btn-primary"
          disabled={act.isPending}
          onClick={() => act.mutate({ what: 'submit' })}
        >
          <Icon name="send" />
          {words.submit}
        </button>
      )}
      {may.release && (
        <Link className="btn btn-primary" to="/duyet/$id" params={params}>
          <Icon name="check" />
          {words.release}
        </Link>
      )}
      {failure && asked === null && (
        <p className="note note-bad" role="alert">
          {failure}
        </p>
      )}
      <Modal
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={asked === 'return' ? words.returnTitle : words.withdrawTitle}
        closeButtonProps={{ 'aria-label': copy.shell.close }}
      >
        {failure && (
          <p className="note note-bad" role="alert">
            {failure}
          </p>
        )}
        {asked === 'return' ? (
          <ReturnForm
            busy={act.isPending}
            onReturn={(reason) => act.mutate({ what: 'return', reason })}
          />
        ) : (
          <Confirm
            said={words.withdrawBody(title, screenCount)}
            action={words.withdraw}
            busy={act.isPending}
            onCancel={() => setAsked(null)}
            onConfirm={(reason) => asked && act.mutate({ what: asked, reason })}
          />
        )}
      </Modal>
    </>
  )
}

function Confirm(props: {
  said: string
  action: string
  busy: boolean
  onCancel: () => void
  onConfirm: (reason: string) => void
}) {
  const copy = useCopy()
  const [reason, setReason] = useState('')
  return (
    <div className="stack">
      <p>{props.said}</p>
      <TextInput
        label={copy.bulletins.withdrawWhy}
        description={copy.bulletins.withdrawWhyHelp}
        value={reason}
        maxLength={1000}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="modal-acts">
        <button type="button" className="btn" onClick={props.onCancel}>
          {copy.shell.cancel}
        </button>
        <button
          type="button"
          className="btn btn-primary"
          data-autofocus
          disabled={props.busy}
          onClick={() => props.onConfirm(reason.trim())}
        >
          {props.action}
        </button>
      </div>
    </div>
  )
}
