import type { PlayReport } from '../../../../shared/contract/api/reports.js'
import { REPORT_WORDS } from '../../../../shared/text/copy/report-words.js'
import { reportPlays } from '../../rooms/reports/report-plays.js'
import {
  SHEET_MEDIA_TYPES,
  writeSheet,
  type TableOut,
} from '../../sheets/write-sheet.js'
import type { Route } from '../accept.js'
import { languageOf, type ReaderLanguage } from '../reader.js'

type Deps = Parameters<typeof reportPlays>[0]

export function reportRoutes(route: Route, deps: Deps): void {
  route('reportPlays', ({ actor, query }) => reportPlays(deps, actor, query))
  route('exportPlays', async ({ actor, query, request, response }) => {
    const report = await reportPlays(deps, actor, query)
    const table = tableOf(report, languageOf(request))
    const bytes = await writeSheet(table, query.format)
    response.setHeader('Cache-Control', 'no-store')
    response.attachment(`da-chieu-${query.from}-${query.until}.${query.format}`)
    response.setHeader('Content-Type', SHEET_MEDIA_TYPES[query.format])
    response.end(Buffer.from(bytes))
    return null
  })
}

function tableOf(report: PlayReport, language: ReaderLanguage): TableOut {
  const words = REPORT_WORDS[language]
  const places = report.by === 'bulletin' || report.by === 'screen'
  return {
    name: words.sheet,
    titles: [
      words.by[report.by],
      ...(places ? [words.place] : []),
      ...[words.screens, words.showings, words.hours],
      ...[words.days, words.longestRun],
    ],
    rows: report.rows.map((row) => [
      report.by === 'category'
        ? words.categories[row.id as keyof typeof words.categories]
        : row.name,
      ...(places ? [row.areaName] : []),
      ...[row.screens, row.showings, Math.round(row.seconds / 36) / 100],
      ...[row.days, row.longestRun],
    ]),
  }
}
