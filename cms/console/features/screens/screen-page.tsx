// One screen: what is on it and why, now or at any other moment.
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import type {
  Explanation,
  ScreenView,
} from '../../../../shared/contract/api/screens.js'
import {
  explanationSentence,
  refusalSentence,
} from '../../../../shared/text/copy/say.js'
import { screenQuery } from '../../api/queries.js'
import { Icon } from '../../ui/icon.js'
import { useCopy, useWords } from '../../ui/language.js'
import { PageTop } from '../../ui/page.js'
import { ScreenStateTag } from '../../ui/places/screen-state.js'
import { FailedState, LoadingRows } from '../../ui/states.js'
import { sayTime, sayWhen } from '../../ui/time.js'
import { GlassPicture, useOnScreen } from './screen-glass.js'
import { ScreenFacts } from './screen-facts.js'
import { TimeTravel } from './time-travel.js'

export function ScreenPage() {
  const copy = useCopy()
  const { id } = useParams({ from: '/man-hinh/$id' })
  const screen = useQuery(screenQuery(id))
  if (screen.isPending) {
    return (
      <div className="page-body">
        <LoadingRows rows={3} height={160} />
      </div>
    )
  }
  if (screen.isError) {
    return (
      <div className="page-body">
        <FailedState error={screen.error} retry={() => void screen.refetch()} />
      </div>
    )
  }
  const view = screen.data
  return (
    <>
      <PageTop
        title={view.settings.name}
        crumb={{ to: '/man-hinh', label: copy.screens.title }}
        beside={<ScreenStateTag health={view.health} />}
      />
      <div className="page-body two-columns">
        <OnGlass screen={view} />
        <div className="stack">
          <StateReason screen={view} />
          <ScreenFacts screen={view} />
        </div>
      </div>
    </>
  )
}

function StateReason({ screen }: { screen: ScreenView }) {
  const { copy, language } = useWords()
  const { health, status } = screen
  const tone = health === 'ok' ? 'ok' : health === 'syncing' ? 'info' : 'warn'
  const missing = status?.sync.filesMissing ?? 0
  const refusal = status?.refusals.at(-1)
  return (
    <div className={`note note-${tone}`}>
      <p>{copy.screens.reasons[health]}</p>
      {missing > 0 && <p>{copy.screens.filesMissing(missing)}</p>}
      {health === 'refusing' && refusal && (
        <p>{copy.screens.refused(refusalSentence(refusal.reason, language))}</p>
      )}
    </div>
  )
}

function OnGlass({ screen }: { screen: ScreenView }) {
  const copy = useCopy()
  const words = copy.screens
  const { luc } = useSearch({ from: '/man-hinh/$id' })
  const asked = luc !== undefined && !Number.isNaN(Date.parse(luc))
  const at = asked ? new Date(luc).toISOString() : undefined
  const on = useOnScreen(screen.id, at)
  return (
    <div className="stack">
      <section className="stack tight">
        <h2>{at ? words.then(sayWhen(at, copy)) : words.now}</h2>
        {on.isPending && <LoadingRows rows={1} height={340} />}
        {on.isError && (
          <FailedState error={on.error} retry={() => void on.refetch()} />
        )}
        {on.data && (
          <>
            <GlassPicture
              on={on.data}
              screen={screen}
              {...(at && { at: Date.parse(at) })}
            />
            <p>
              <b>
                {on.data.showing.kind === 'holding'
                  ? words.holding
                  : on.data.showing.title}
              </b>{' '}
              {on.data.showing.endsAt && (
                <span className="muted">
                  {words.until(sayTime(on.data.showing.endsAt))}
                </span>
              )}
            </p>
            <p className="muted">{words.computed}</p>
          </>
        )}
        <TimeTravel screenId={screen.id} at={at} />
      </section>
      {on.data && <Why explanations={on.data.explanations} />}
    </div>
  )
}

/** Every item of the programme, and why it is or is not on. */
function Why({ explanations }: { explanations: readonly Explanation[] }) {
  const { copy, language } = useWords()
  return (
    <section className="stack tight">
      <h2>{copy.screens.why}</h2>
      {explanations.length === 0 && (
        <p className="muted">{copy.screens.noItems}</p>
      )}
      <ol className="why">
        {explanations.map((one) => (
          <li key={one.itemId} data-on={one.on} data-eligible={one.eligible}>
            <span className="why-mark">
              <Icon
                name={one.on ? 'check' : one.eligible ? 'clock' : 'cross'}
                size={16}
              />
            </span>
            <span>
              <b>{one.title}</b>
              <small>{explanationSentence(one, language)}</small>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
