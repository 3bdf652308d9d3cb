// What screens really showed, from the counters they sign themselves.
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { PlayReport } from '../../../../shared/contract/api/reports.js'
import { formatNumber } from '../../../../shared/text/numbers.js'
import { API } from '../../api/client.js'
import { playsQuery } from '../../api/queries.js'
import { useWords } from '../../ui/language.js'
import { PageTop } from '../../ui/page.js'
import { EmptyState, FailedState, LoadingRows } from '../../ui/states.js'
import { addDays, today } from '../../ui/time.js'
import { PlayDays } from './play-days.js'
import { PlayRows } from './play-rows.js'
import { ReportFilter } from './report-filter.js'

const USUAL_DAYS = 30

export function ReportsPage() {
  const { copy } = useWords()
  const words = copy.reports
  const asked = useSearch({ from: '/bao-cao' })
  const until = asked.den ?? today()
  const from = asked.tu ?? addDays(until, 1 - USUAL_DAYS)
  const query = {
    ...{ from, until, by: asked.theo ?? 'bulletin' },
    ...(asked.nhom && { category: asked.nhom }),
  }
  const plays = useQuery(playsQuery(query))
  const file = (format: 'csv' | 'xlsx') =>
    `${API}/reports/plays/export?${new URLSearchParams({ ...query, format })}`
  return (
    <>
      <PageTop
        title={words.title}
        actions={
          <>
            <a className="btn" href={file('csv')} download>
              {words.csv}
            </a>
            <a className="btn" href={file('xlsx')} download>
              {words.xlsx}
            </a>
            <button
              type="button"
              className="btn"
              onClick={() => window.print()}
            >
              {words.print}
            </button>
          </>
        }
      />
      <div className="page-body stack">
        <p className="muted">{words.lead}</p>
        <ReportFilter from={from} until={until} by={query.by} />
        {plays.isPending && <LoadingRows rows={4} height={56} />}
        {plays.isError && (
          <FailedState error={plays.error} retry={() => void plays.refetch()} />
        )}
        {plays.data && plays.data.rowCount === 0 && (
          <EmptyState icon="economy" title={words.none}>
            <p>{words.noneHint}</p>
          </EmptyState>
        )}
        {plays.data && plays.data.rowCount > 0 && (
          <>
            <Figures report={plays.data} />
            <PlayDays days={plays.data.byDay} />
            <PlayRows report={plays.data} />
          </>
        )}
      </div>
    </>
  )
}

function Figures({ report: { total, screensNow } }: { report: PlayReport }) {
  const { copy, language } = useWords()
  const words = copy.reports
  const say = (value: number) => formatNumber(value, { language })
  const said = words.shown(say(total.screens), say(screensNow))
  return (
    <section className="panel report-figures">
      <p>
        <b>{said.big}</b> {said.rest}
      </p>
      <p>{words.showings(say(total.showings))}</p>
      <p>{words.hours(say(Math.round(total.seconds / 360) / 10))}</p>
    </section>
  )
}
