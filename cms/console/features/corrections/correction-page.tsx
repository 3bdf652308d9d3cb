// One correction: before it is decided the slides of all its bulletins and one
// answer, after that the screens that have it and those that do not.
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { CorrectionView } from '../../../../shared/contract/api/corrections.js'
import { isProblem } from '../../api/problem.js'
import { correctionQuery } from '../../api/queries.js'
import { Arrivals } from '../../ui/arrivals.js'
import { CorrectionStateTag } from '../../ui/correction-row.js'
import { useCopy } from '../../ui/language.js'
import { PageTop } from '../../ui/page.js'
import { FailedState, LoadingRows } from '../../ui/states.js'
import { sayWhen } from '../../ui/time.js'
import { BeforeAfter } from './before-after.js'
import { CorrectionAnswer, RefuseCorrection } from './correction-answer.js'

export function CorrectionPage() {
  const copy = useCopy()
  const words = copy.corrections
  const { id } = useParams({ from: '/dinh-chinh/$id' })
  const query = useQuery(correctionQuery(id))
  if (isProblem(query.error, 'correction.overtaken'))
    return (
      <div className="page-body stack">
        <p className="note note-warn" role="alert">
          {words.overtaken}
        </p>
        <div>
          <RefuseCorrection id={id} label={words.letGo} />
        </div>
      </div>
    )
  if (query.isError)
    return (
      <div className="page-body">
        <FailedState error={query.error} retry={() => void query.refetch()} />
      </div>
    )
  if (!query.data)
    return (
      <div className="page-body">
        <LoadingRows rows={3} height={160} />
      </div>
    )
  const correction = query.data
  return (
    <>
      <PageTop
        title={words.line(correction.text, correction.replacement)}
        crumb={{ to: '/dinh-chinh', label: words.title }}
        beside={<CorrectionStateTag state={correction.state} />}
      />
      <div className="page-body two-columns">
        <div className="stack">
          {correction.items.map((item) => (
            <BeforeAfter key={item.bulletinId} item={item} />
          ))}
          {correction.state === 'released' && (
            <WhoHasIt screens={correction.screens} />
          )}
          {correction.state === 'returned' && (
            <p className="note note-warn as-typed">{correction.note}</p>
          )}
        </div>
        <div className="stack">
          <Facts correction={correction} />
          <CorrectionAnswer correction={correction} />
        </div>
      </div>
    </>
  )
}

function WhoHasIt({ screens }: Pick<CorrectionView, 'screens'>) {
  const words = useCopy().corrections
  const has = screens.filter((one) => one.has).length
  return (
    <section className="card pad stack delivery">
      <h2>{words.screensTitle}</h2>
      <p className="big">{words.screensCount(has, screens.length)}</p>
      <p className="muted">{words.missingFirst}</p>
      <Arrivals screens={screens} />
    </section>
  )
}

function Facts({ correction }: { correction: CorrectionView }) {
  const copy = useCopy()
  const words = copy.corrections
  const { proposedByName, proposedAt, decidedByName, decidedAt } = correction
  return (
    <dl className="card facts">
      <div>
        <dt>{words.reason}</dt>
        <dd className="as-typed">{correction.reason}</dd>
      </div>
      <div>
        <dt>{words.of}</dt>
        <dd>
          <ul>
            {correction.of.map(({ bulletinId, title, ownerAreaName }) => (
              <li key={bulletinId}>
                <Link to="/ban-tin/$id" params={{ id: bulletinId }}>
                  {title}
                </Link>{' '}
                <span className="muted">{ownerAreaName}</span>
              </li>
            ))}
          </ul>
        </dd>
      </div>
      <div>
        <dt>{copy.bulletins.author}</dt>
        <dd>
          {words.proposedBy(proposedByName, sayWhen(proposedAt, copy))}
          {decidedByName && decidedAt && (
            <p>{words.decidedBy(decidedByName, sayWhen(decidedAt, copy))}</p>
          )}
        </dd>
      </div>
    </dl>
  )
}
