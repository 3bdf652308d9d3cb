import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AgendaTurn } from '../../../../shared/contract/api/agenda.js'
import { agendaQuery } from '../../api/queries.js'
import { CategoryMark } from '../../ui/bulletin-state.js'
import { useCopy } from '../../ui/language.js'
import { sayEnd } from '../../ui/schedule-words.js'
import { FailedState, LoadingRows } from '../../ui/states.js'
import { sayWhen } from '../../ui/time.js'

/** What is on now, and what starts and ends within three days. */
export function AgendaSection() {
  const copy = useCopy()
  const { today: words } = copy
  const agenda = useQuery(agendaQuery)
  const said = words.liveCount(agenda.data?.live ?? 0)
  return (
    <section className="panel stack tight" aria-labelledby="dang-phat">
      <h2 id="dang-phat">{words.live}</h2>
      {agenda.isPending && <LoadingRows rows={3} height={56} />}
      {agenda.isError && (
        <FailedState error={agenda.error} retry={() => void agenda.refetch()} />
      )}
      {agenda.data && (
        <>
          <p className="today-live">
            <b>{said.big}</b> {said.rest} ·{' '}
            <Link className="link" to="/ban-tin" search={{ trangThai: 'live' }}>
              {words.seeLive}
            </Link>
          </p>
          <Turns
            title={words.starts}
            none={words.noStarts}
            turns={agenda.data.starts}
            when={(turn) => sayWhen(turn.at, copy)}
          />
          <Turns
            title={words.ends}
            none={words.noEnds}
            turns={agenda.data.ends}
            when={(turn) => sayEnd(turn.at)}
          />
        </>
      )}
    </section>
  )
}

function Turns(props: {
  title: string
  none: string
  turns: readonly AgendaTurn[]
  when: (turn: AgendaTurn) => string
}) {
  const copy = useCopy()
  return (
    <div className="today-turns">
      <h3>{props.title}</h3>
      {props.turns.length === 0 && <p className="muted">{props.none}</p>}
      <ul>
        {props.turns.map((turn) => (
          <li key={turn.bulletin.id}>
            <CategoryMark category={turn.bulletin.category} />
            <div>
              <Link to="/ban-tin/$id" params={{ id: turn.bulletin.id }}>
                {turn.bulletin.title}
              </Link>
              <p className="muted">
                {turn.bulletin.ownerAreaName} ·{' '}
                {copy.shell.screenCount(turn.bulletin.screenCount)}
              </p>
            </div>
            <b>{props.when(turn)}</b>
          </li>
        ))}
      </ul>
    </div>
  )
}
