// Roles of one person: those that hold, those to come, those that ended.
import { Modal } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type {
  GrantView,
  PersonView,
} from '../../../../shared/contract/api/people.js'
import { call } from '../../api/client.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { areasWhere, useMe } from '../../ui/me.js'
import { firstFault, sentenceOf } from '../../ui/states.js'
import { Tag } from '../../ui/tag.js'
import { sayDate } from '../../ui/time.js'
import { grantBody, NEW_GRANT } from './grant-draft.js'
import { GrantFields } from './grant-fields.js'

const ORDER = { now: 0, later: 1, ended: 2 } as const

export function GrantSection({ person }: { person: PersonView }) {
  const copy = useCopy()
  const words = copy.people
  const queries = useQueryClient()
  const [giving, setGiving] = useState(false)
  const refresh = () => queries.invalidateQueries({ queryKey: ['people'] })
  const end = useMutation({
    mutationFn: (grantId: string) =>
      call('endGrant', { params: { id: person.id, grantId } }),
    onSuccess: refresh,
  })
  const grants = [...person.grants].sort(
    (a, b) => ORDER[a.state] - ORDER[b.state],
  )
  return (
    <section className="card pad stack tight" aria-labelledby="roles">
      <div className="title-row">
        <h2 id="roles">{words.rolesTitle}</h2>
        {person.may.give && !person.frozen && (
          <button type="button" className="btn" onClick={() => setGiving(true)}>
            <Icon name="plus" />
            {words.give}
          </button>
        )}
      </div>
      {end.isError && (
        <p className="note note-bad" role="alert">
          {sentenceOf(end.error, copy)}
        </p>
      )}
      {grants.length === 0 && <p className="muted">{words.noRoles}</p>}
      <ul className="plain-rows">
        {grants.map((grant) => (
          <GrantRow
            key={grant.id}
            grant={grant}
            onEnd={() => end.mutate(grant.id)}
          />
        ))}
      </ul>
      <Modal
        opened={giving}
        onClose={() => setGiving(false)}
        title={words.giveTo(person.displayName)}
        closeButtonProps={{ 'aria-label': copy.shell.close }}
      >
        <GiveForm
          personId={person.id}
          onDone={() => {
            setGiving(false)
            void refresh()
          }}
        />
      </Modal>
    </section>
  )
}

function GrantRow(props: { grant: GrantView; onEnd: () => void }) {
  const { people: words } = useCopy()
  const { grant } = props
  const dates = [
    grant.from && words.fromDay(sayDate(grant.from)),
    grant.until && words.untilDay(sayDate(Date.parse(grant.until) - 1)),
  ].filter(Boolean)
  return (
    <li className={grant.state === 'ended' ? 'past' : undefined}>
      <div>
        <b>{words.roles[grant.role]}</b> – {grant.areaName}
        <p className="muted">
          {[dates.join(' ') || words.forGood, grant.note]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {grant.state !== 'now' && (
        <Tag
          tone={grant.state === 'later' ? 'info' : 'off'}
          icon={grant.state === 'later' ? 'clock' : 'check'}
        >
          {grant.state === 'later' ? words.later : words.ended}
        </Tag>
      )}
      {grant.mayChange && (
        <button
          type="button"
          className="btn"
          aria-label={words.endNamed(words.roles[grant.role], grant.areaName)}
          onClick={props.onEnd}
        >
          {words.end}
        </button>
      )}
    </li>
  )
}

function GiveForm(props: { personId: string; onDone: () => void }) {
  const copy = useCopy()
  const tops = areasWhere(useMe(), 'administrator')
  const [draft, setDraft] = useState(NEW_GRANT)
  const body = grantBody(draft)
  const give = useMutation({
    mutationFn: async () =>
      body && call('giveGrant', { params: { id: props.personId }, body }),
    onSuccess: props.onDone,
  })
  return (
    <div className="stack tight">
      {give.isError && (
        <p className="note note-bad" role="alert">
          {firstFault(give.error, copy)}
        </p>
      )}
      <GrantFields tops={tops} draft={draft} onChange={setDraft} />
      <div className="modal-acts">
        <button
          type="button"
          className="btn btn-primary"
          disabled={body === null || give.isPending}
          onClick={() => give.mutate()}
        >
          {copy.people.give}
        </button>
      </div>
    </div>
  )
}
