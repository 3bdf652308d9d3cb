import Handlebars from 'handlebars'
import { formatNumber } from '../../../shared/text/numbers.js'
import type { RenderScope } from '../catalogue.js'
import { drawPlanBar } from './plan-bar.js'

/** One indicator as the fields have it. */
type Indicator = {
  name: string
  actual: number
  unit: string
  plan?: number
  percentOfPlan?: number
  lowerIsBetter?: boolean
  qualifier?: string
  change?: string
  seriesBreak?: string
}

type Assessed = Indicator & {
  actualText: string
  planText: string
  percentText: string
  met: boolean
  drawing: unknown
}

/** The scale runs to 120 % of the plan, or a little past the best result. */
const SHORTEST_SCALE = 1.2
const PAST_THE_BEST = 1.04

/**
 * What the indicators slide says of each row: the figures in words, whether the
 * plan was met, and its bar on the scale that all rows share.
 */
export function againstPlan(rows: unknown, scope: RenderScope): Assessed[] {
  if (!Array.isArray(rows)) return []
  const indicators: Indicator[] = rows
  const ratios = indicators.map(ratioOf)
  const best = Math.max(0, ...ratios.map((ratio) => ratio ?? 0))
  const scaleEnd = Math.max(SHORTEST_SCALE, best * PAST_THE_BEST)
  return indicators.map((row, i) =>
    assess(row, ratios[i] ?? null, scaleEnd, scope),
  )
}

/** Result ÷ plan; null when the source states no plan. */
function ratioOf(row: Indicator): number | null {
  if (row.percentOfPlan !== undefined) return row.percentOfPlan / 100
  if (row.plan === undefined || row.plan === 0) return null
  return row.actual / row.plan
}

function assess(
  row: Indicator,
  ratio: number | null,
  scaleEnd: number,
  scope: RenderScope,
): Assessed {
  const language = scope.language === 'en' ? 'en' : 'vi'
  const met = ratio !== null && (row.lowerIsBetter ? ratio <= 1 : ratio >= 1)
  scope.drawings.count += 1
  return {
    ...row,
    actualText: formatNumber(row.actual, { language }),
    planText:
      row.plan === undefined ? '' : formatNumber(row.plan, { language }),
    percentText:
      ratio === null
        ? ''
        : `${formatNumber(Math.round(ratio * 1000) / 10, { language })}%`,
    met,
    drawing:
      ratio === null
        ? ''
        : new Handlebars.SafeString(
            drawPlanBar({ ratio, met, scaleEnd }, `d${scope.drawings.count}-`),
          ),
  }
}
