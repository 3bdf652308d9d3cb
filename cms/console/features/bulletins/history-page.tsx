// Every revision of a bulletin: who wrote it, what it changed, and the way
// back to it. Beside it what happened, and what was saved on the way.
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { BulletinHistory } from '../../../../shared/contract/api/bulletin-history.js'
import { bulletinHistoryQuery, bulletinQuery } from '../../api/queries.js'
import { asideCopies } from '../../ui/set-aside.js'
import { BulletinStateTag } from '../../ui/bulletin-state.js'
import { useCopy } from '../../ui/language.js'
import { PageTop } from '../../ui/page.js'
import { FailedState, LoadingRows } from '../../ui/states.js'
import { sayWhen } from '../../ui/time.js'
import { OldVersion, type Old } from './old-version.js'

export function HistoryPage() {
  const copy = useCopy()
  const { id } = useParams({ from: '/ban-tin/$id/lich-su' })
  const bulletin = useQuery(bulletinQuery(id))
  const history = useQuery(bulletinHistoryQuery(id))
  const [chosen, setChosen] = useState<Old | null>(null)
  const error = bulletin.error ?? history.error
  if (error)
    return (
      <div className="page-body">
        <FailedState
          error={error}
          retry={() => {
            void bulletin.refetch()
            void history.refetch()
          }}
        />
      </div>
    )
  if (!bulletin.data || !history.data)
    return (
      <div className="page-body">
        <LoadingRows rows={5} height={64} />
      </div>
    )
  const view = bulletin.data
  const [newest] = history.data.revisions
  const old: Old | null =
    chosen ?? (newest ? { kind: 'revision', id: newest.id } : null)
  return (
    <>
      <PageTop
        title={`${copy.drafts.historyTitle}: ${view.title}`}
        crumb={{ to: '/ban-tin/$id', params: { id }, label: view.title }}
        beside={<BulletinStateTag state={view.state} />}
      />
      <div className="page-body history">
        <div className="stack">
          <Revisions history={history.data} chosen={old} onChoose={setChosen} />
          <Asides id={id} chosen={old} onChoose={setChosen} />
          <Saves history={history.data} chosen={old} onChoose={setChosen} />
          <Steps history={history.data} />
        </div>
        {old && <OldVersion key={old.id} bulletin={view} old={old} />}
      </div>
    </>
  )
}

type ListProps = { chosen: Old | null; onChoose: (old: Old) => void }

function Revisions(props: ListProps & { history: BulletinHistory }) {
  const copy = useCopy()
  const words = copy.drafts
  return (
    <section className="stack">
      <h2>{words.revisions}</h2>
      <ul className="card history-list">
        {props.history.revisions.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              aria-pressed={props.chosen?.id === one.id}
              onClick={() => props.onChoose({ kind: 'revision', id: one.id })}
            >
              <span>
                <b>{words.revision(one.number)}</b>
                {one.isLive && (
                  <span className="tag tag-ok">{words.isLive}</span>
                )}
              </span>
              <small>
                {words.writtenBy(one.writers.join(', '))},{' '}
                {one.submittedAt
                  ? words.submittedAt(sayWhen(one.submittedAt, copy))
                  : words.notSubmitted}
              </small>
              <small>
                {one.changes === null
                  ? words.firstOne
                  : words.changedPlaces(one.changes)}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What this browser kept when its person chose a colleague's words. */
function Asides({ id, chosen, onChoose }: ListProps & { id: string }) {
  const copy = useCopy()
  const copies = asideCopies(window.localStorage, id)
  if (copies.length === 0) return null
  return (
    <section className="stack">
      <h2>{copy.drafts.aside}</h2>
      <p className="muted">{copy.drafts.asideLead}</p>
      <ul className="card history-list">
        {copies.map(({ at, revision }) => (
          <li key={at}>
            <button
              type="button"
              aria-pressed={chosen?.id === String(at)}
              onClick={() =>
                onChoose({ kind: 'aside', id: String(at), revision })
              }
            >
              {copy.drafts.keptAt(sayWhen(new Date(at).toISOString(), copy))}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Saves(props: ListProps & { history: BulletinHistory }) {
  const copy = useCopy()
  const { saves } = props.history
  if (saves.length === 0) return null
  return (
    <details>
      <summary>
        {copy.drafts.saves} ({saves.length})
      </summary>
      <ul className="card history-list">
        {saves.map((save) => (
          <li key={save.id}>
            <button
              type="button"
              aria-pressed={props.chosen?.id === save.id}
              onClick={() => props.onChoose({ kind: 'save', id: save.id })}
            >
              {copy.drafts.savedBy(
                save.authorName,
                sayWhen(save.savedAt, copy),
              )}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Steps({ history }: { history: BulletinHistory }) {
  const copy = useCopy()
  const words = copy.drafts
  if (history.steps.length === 0) return null
  return (
    <section className="stack">
      <h2>{words.steps}</h2>
      <ol className="card step-list">
        {history.steps.map((step) => (
          <li key={step.id}>
            <b>{step.actorName}</b> {words.acts[step.act] ?? ''}
            <br />
            <small>
              {sayWhen(step.at, copy)}, {words.revision(step.revisionNumber)}
            </small>
            {step.note && step.act !== 'restored' && (
              <p className="as-typed">{step.note}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
