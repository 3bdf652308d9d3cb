// What an administrator can do with an account: reset, sign out, freeze.
import { Checkbox, Modal, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type {
  OneTimePassword,
  PersonView,
} from '../../../../shared/contract/api/people.js'
import { call } from '../../api/client.js'
import { useCopy } from '../../ui/language.js'
import { sentenceOf } from '../../ui/states.js'
import { OneTimePasswordCard } from './one-time-password-card.js'

type Asked = 'reset' | 'freeze' | null

export function PersonActs({ person }: { person: PersonView }) {
  const copy = useCopy()
  const words = copy.people
  const queries = useQueryClient()
  const [asked, setAsked] = useState<Asked>(null)
  const [reason, setReason] = useState('')
  const [factors, setFactors] = useState(false)
  const [made, setMade] = useState<OneTimePassword | null>(null)
  const params = { id: person.id }
  const act = useMutation({
    mutationFn: async (what: 'reset' | 'freeze' | 'unfreeze' | 'signOut') => {
      if (what === 'reset') {
        const body = { secondFactors: factors }
        setMade(await call('resetPerson', { params, body }))
      }
      if (what === 'freeze')
        await call('freezePerson', { params, body: { reason } })
      if (what === 'unfreeze') await call('unfreezePerson', { params })
      if (what === 'signOut') await call('endPersonSessions', { params })
      return what
    },
    onSuccess: (what) => {
      setAsked(null)
      if (what !== 'reset') notifications.show({ message: words.done[what] })
      void queries.invalidateQueries({ queryKey: ['people'] })
    },
  })
  const problem = act.isError && (
    <p className="note note-bad" role="alert">
      {sentenceOf(act.error, copy)}
    </p>
  )
  if (made) return <OneTimePasswordCard made={made} />
  return (
    <section className="card pad stack tight" aria-labelledby="acts">
      <h2 id="acts">{words.acts}</h2>
      {asked === null && problem}
      <div className="button-row">
        {person.frozen ? (
          <button
            type="button"
            className="btn"
            onClick={() => act.mutate('unfreeze')}
          >
            {words.unfreeze}
          </button>
        ) : (
          <>
            <button
              type="button"
              className="btn"
              onClick={() => setAsked('reset')}
            >
              {words.reset}
            </button>
            <button
              type="button"
              className="btn"
              onClick={() => act.mutate('signOut')}
            >
              {words.signOutAll}
            </button>
            <button
              type="button"
              className="btn"
              onClick={() => setAsked('freeze')}
            >
              {words.freeze}
            </button>
          </>
        )}
      </div>
      <Modal
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={asked === 'freeze' ? words.freezeTitle : words.resetTitle}
        closeButtonProps={{ 'aria-label': copy.shell.close }}
      >
        <div className="stack tight">
          {problem}
          <p>{asked === 'freeze' ? words.freezeLead : words.resetLead}</p>
          {asked === 'freeze' ? (
            <TextInput
              label={words.reason}
              placeholder={words.reasonExample}
              maxLength={300}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          ) : (
            <Checkbox
              label={words.resetFactors}
              checked={factors}
              onChange={(event) => setFactors(event.currentTarget.checked)}
            />
          )}
          <div className="modal-acts">
            <button
              type="button"
              className="btn"
              onClick={() => setAsked(null)}
            >
              {copy.shell.cancel}
            </button>
            <button
              type="button"
              className="btn btn-primary"
              disabled={
                act.isPending || (asked === 'freeze' && reason.trim() === '')
              }
              onClick={() => asked && act.mutate(asked)}
            >
              {asked === 'freeze' ? words.freeze : words.reset}
            </button>
          </div>
        </div>
      </Modal>
    </section>
  )
}
