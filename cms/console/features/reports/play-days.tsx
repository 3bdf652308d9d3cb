import type { PlayReport } from '../../../../shared/contract/api/reports.js'
import { formatNumber } from '../../../../shared/text/numbers.js'
import { useWords } from '../../ui/language.js'
import { showDate } from '../../ui/time.js'

/** One bar a day; a day on which nobody reported is said, not left out. */
export function PlayDays({ days }: { days: PlayReport['byDay'] }) {
  const { copy, language } = useWords()
  const words = copy.reports
  const most = Math.max(1, ...days.map(({ screens }) => screens))
  const quiet = days.filter(({ screens }) => screens === 0).length
  const say = (value: number) => formatNumber(value, { language })
  return (
    <section className="panel stack tight" aria-labelledby="tung-ngay">
      <h2 id="tung-ngay">{words.chart}</h2>
      <ul className="report-days">
        {days.map(({ day, screens, showings }) => {
          const text = words.chartDay(
            showDate(day),
            say(screens),
            say(showings),
          )
          return (
            <li key={day} title={text}>
              <i
                data-none={screens === 0 || undefined}
                style={{ blockSize: `${(screens / most) * 100}%` }}
              />
              <span className="visually-hidden">{text}</span>
            </li>
          )
        })}
      </ul>
      <p className="report-ends muted" aria-hidden="true">
        <span>{showDate(days[0]?.day ?? '')}</span>
        <span>{showDate(days.at(-1)?.day ?? '')}</span>
      </p>
      {quiet > 0 && <p className="muted">{words.quiet(quiet)}</p>}
    </section>
  )
}
