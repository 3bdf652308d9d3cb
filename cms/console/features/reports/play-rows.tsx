import { Link } from '@tanstack/react-router'
import type {
  PlayReport,
  PlayRow,
} from '../../../../shared/contract/api/reports.js'
import type { Category } from '../../../../shared/contract/template.js'
import { formatNumber } from '../../../../shared/text/numbers.js'
import { useWords } from '../../ui/language.js'

/** The rows of a report, longest on the glass first. */
export function PlayRows({ report }: { report: PlayReport }) {
  const { copy, language } = useWords()
  const words = copy.reports
  const { columns } = words
  const say = (value: number) => formatNumber(value, { language })
  return (
    <section className="panel">
      <div
        className="report-scroll"
        tabIndex={0}
        role="region"
        aria-label={words.title}
      >
        <table className="report-table">
          <thead>
            <tr>
              <th scope="col">{words.byWords[report.by]}</th>
              <th scope="col">{columns.screens}</th>
              <th scope="col">{columns.showings}</th>
              <th scope="col">{columns.hours}</th>
              <th scope="col">{columns.days}</th>
              <th scope="col">{columns.run}</th>
            </tr>
          </thead>
          <tbody>
            {report.rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <Name by={report.by} row={row} />
                </td>
                <td>{say(row.screens)}</td>
                <td>{say(row.showings)}</td>
                <td>{say(Math.round(row.seconds / 360) / 10)}</td>
                <td>{say(row.days)}</td>
                <td>{words.runDays(say(row.longestRun))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {report.rowCount > report.rows.length && (
        <p className="muted">
          {words.more(say(report.rows.length), say(report.rowCount))}
        </p>
      )}
    </section>
  )
}

function Name({ by, row }: { by: PlayReport['by']; row: PlayRow }) {
  const { copy } = useWords()
  if (by === 'category') return <>{copy.shell.categories[row.id as Category]}</>
  if (by === 'area') return <>{row.name}</>
  return (
    <>
      {by === 'bulletin' ? (
        <Link className="link" to="/ban-tin/$id" params={{ id: row.id }}>
          {row.name}
        </Link>
      ) : (
        <Link className="link" to="/man-hinh/$id" params={{ id: row.id }}>
          {row.name}
        </Link>
      )}
      <small>{row.areaName}</small>
    </>
  )
}
