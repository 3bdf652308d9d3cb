import Handlebars from 'handlebars'
import { formatNumber } from '../../../shared/text/numbers.js'
import type { RenderScope } from '../catalogue.js'
import { readCall, type TemplateFunction } from './function-options.js'

const { SafeString } = Handlebars

type BudgetLine = { name: string; plan: number; actual: number }
type Budget = { revenue: BudgetLine[]; spending: BudgetLine[] }

const INK = { revenue: '#0F4A5E', spending: '#2E3A5C' } as const

/** Revenue and spending with their totals: the first line of each. */
export const budgetFunctions: Record<string, TemplateFunction> = {
  budgetHalves(...args) {
    const { first, scope } = readCall(args)
    const budget = first as Budget
    return (['revenue', 'spending'] as const).map((side) => {
      const lines = budget[side].map((line) => lineOf(line, side, scope))
      return { side, total: lines[0], rows: lines.slice(1) }
    })
  },
}

function lineOf(line: BudgetLine, side: keyof Budget, scope: RenderScope) {
  const language = scope.language === 'en' ? 'en' : 'vi'
  const share = line.plan > 0 ? line.actual / line.plan : null
  return {
    ...line,
    actualText: formatNumber(line.actual, { language }),
    planText: formatNumber(line.plan, { language }),
    percentText:
      share === null
        ? '—'
        : `${formatNumber(Math.round(share * 1000) / 10, { language })}%`,
    bar: new SafeString(drawShare(share ?? 0, INK[side])),
  }
}

/** A thin bar of the share done; beyond its plan it is full. */
function drawShare(share: number, ink: string): string {
  const width = (Math.max(0, Math.min(1, share)) * 100).toFixed(1)
  return (
    '<svg class="share-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">' +
    '<path fill="#E9DFCC" d="M0 0h100v4H0z"/>' +
    `<path fill="${ink}" d="M0 0h${width}v4H0z"/></svg>`
  )
}
