import Handlebars from 'handlebars'
import { readCall, type TemplateFunction } from '../function-options.js'
import { readPoints } from './chart-point.js'
import { columnChart } from './column-chart.js'
import { lineChart, lineScale } from './line-chart.js'
import { ringChart, sharesOf } from './share-chart.js'

const { SafeString } = Handlebars

/**
 * Charts of `points` ({ label, value, kind?, newSeries? }): shapes by ECharts,
 * words as text of the slide, placed by numbers only.
 */
export const chartFunctions: Record<string, TemplateFunction> = {
  columns(...args) {
    const { first, scope } = readCall(args)
    return new SafeString(columnChart(readPoints(first), scope))
  },
  line(...args) {
    const { first, scope } = readCall(args)
    return new SafeString(lineChart(readPoints(first), scope))
  },
  ring(...args) {
    const { first, scope } = readCall(args)
    return new SafeString(ringChart(readPoints(first), scope))
  },
  /** Rows beside the ring, with their share in words. */
  shares(...args) {
    const { first, scope } = readCall(args)
    return sharesOf(readPoints(first), scope)
  },
  /** The label from which a new series runs; empty when there is but one. */
  breakFrom(...args) {
    const points = readPoints(readCall(args).first)
    return points.find(({ newSeries }, i) => newSeries && i > 0)?.label ?? ''
  },
  /** Whether the axis of a line begins at zero; if not, the slide says so. */
  fromZero(...args) {
    return lineScale(readPoints(readCall(args).first)).min === 0
  },
  /** `{{#if (anyKind points "plan")}}`: whether the legend needs it. */
  anyKind(...args) {
    const { first, second } = readCall(args)
    return readPoints(first).some(({ kind = 'actual' }) => kind === second)
  },
}
