// Where this account is signed in, and ending it there.
import { useMutation } from '@tanstack/react-query'
import type {
  OwnAccount,
  SessionView,
} from '../../../../shared/contract/api/own-account.js'
import { call } from '../../api/client.js'
import { useCopy } from '../../ui/language.js'
import { sentenceOf } from '../../ui/states.js'
import { sayAgo } from '../../ui/time.js'
import { browserName } from './browser-name.js'

export function SessionSection(props: {
  account: OwnAccount
  onChanged: (said: string) => void
}) {
  const copy = useCopy()
  const words = copy.account
  const { sessions } = props.account
  const end = useMutation({
    mutationFn: (id: string | null) =>
      id === null
        ? call('endOtherSessions')
        : call('endOwnSession', { params: { id } }),
    onSuccess: () => props.onChanged(words.sessionEnded),
  })
  return (
    <section className="card pad stack tight" aria-labelledby="sessions">
      <h2 id="sessions">{words.sessions}</h2>
      <p className="muted">{words.sessionsLead}</p>
      {end.isError && (
        <p className="note note-bad" role="alert">
          {sentenceOf(end.error, copy)}
        </p>
      )}
      <ul className="plain-rows">
        {sessions.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            onEnd={() => end.mutate(session.id)}
          />
        ))}
      </ul>
      {sessions.length > 1 && (
        <div className="button-row">
          <button
            type="button"
            className="btn"
            onClick={() => end.mutate(null)}
          >
            {words.endOthers}
          </button>
        </div>
      )}
    </section>
  )
}

function SessionRow(props: { session: SessionView; onEnd: () => void }) {
  const copy = useCopy()
  const words = copy.account
  const { session } = props
  const name = browserName(session.browser) ?? words.unknownBrowser
  return (
    <li>
      <div>
        <b>{name}</b>
        {session.current && <span className="muted"> · {words.thisOne}</span>}
        <p className="muted">
          {[session.address, sayAgo(session.lastSeenAt, copy)]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {!session.current && (
        <button
          type="button"
          className="btn"
          aria-label={words.endNamed(name)}
          onClick={props.onEnd}
        >
          {words.end}
        </button>
      )}
    </li>
  )
}
