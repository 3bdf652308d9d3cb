import { formatNumber } from '../../../../shared/text/numbers.js'
import type { RenderScope } from '../../catalogue.js'
import { percent, type ChartPoint } from './chart-point.js'
import { scaleOf, type Scale } from './chart-scale.js'
import { INK } from './chart-style.js'
import { drawGeometry } from './draw-geometry.js'
import { breakMarks, element, labelsUnder } from './plot-words.js'

const HEADROOM = 0.2
const DRAWN = { width: 1200, height: 400, stretch: true }
/** Share of the height under a point that a figure needs to stand there. */
const LEAST_BELOW = 0.16
/** Signs in a row that the narrow glass has room for. */
const MOST_SIGNS = 36

/** From zero where the values reach near it, else from a round number below. */
export function lineScale(points: readonly ChartPoint[]): Scale {
  const values = points.map(({ value }) => value)
  const nearZero = Math.min(...values) < Math.max(...values) / 2
  return scaleOf(values, { fromZero: nearZero, headroom: HEADROOM })
}

/**
 * A line over time. It is never drawn across a change of method: the new
 * series begins anew after an upright mark.
 */
export function lineChart(
  points: readonly ChartPoint[],
  scope: RenderScope,
): string {
  const language = scope.language === 'en' ? 'en' : 'vi'
  const scale = lineScale(points)
  scope.drawings.count += 1
  const svg = drawGeometry(
    optionOf(points, scale),
    DRAWN,
    `d${scope.drawings.count}-`,
  )
  const up = (value: number) =>
    percent((value - scale.min) / (scale.max - scale.min))
  const said = points.map(({ value }) => formatNumber(value, { language }))
  const told = toldPoints(points, said)
  const marks = points.map((point, i) => {
    const place = {
      left: percent((i + 0.5) / points.length),
      bottom: up(point.value),
    }
    const dot = element(
      { tag: 'i', class: 'dot', kind: point.kind ?? 'actual' },
      place,
      '',
    )
    const figure = told.has(i)
      ? element(
          { tag: 'b', class: 'at', kind: sideOf(points, i, scale) },
          place,
          said[i] ?? '',
        )
      : ''
    return dot + figure
  })
  const ticks = scale.ticks.map((tick) =>
    element(
      { tag: 'span', class: 'tick' },
      { bottom: up(tick) },
      formatNumber(tick, { language }),
    ),
  )
  return (
    `<div class="plot" data-count="${points.length}">${ticks.join('')}` +
    `<div class="field">${svg}${breakMarks(points)}${marks.join('')}</div></div>` +
    labelsUnder(points)
  )
}

/** Below a point in a valley, so that the line does not strike its figure out. */
function sideOf(
  points: readonly ChartPoint[],
  at: number,
  scale: Scale,
): 'above' | 'below' {
  const value = points[at]?.value ?? 0
  const beside = [points[at - 1], points[at + 1]].filter(
    (one) => one !== undefined,
  )
  const low = (value - scale.min) / (scale.max - scale.min) < LEAST_BELOW
  return !low && beside.every((one) => one.value > value) ? 'below' : 'above'
}

/** All points while there is room; else the ends, the highest and the lowest. */
function toldPoints(
  points: readonly ChartPoint[],
  said: readonly string[],
): Set<number> {
  const signs = Math.max(...said.map((text) => text.length)) * said.length
  const all = points.map((_point, i) => i)
  if (signs <= MOST_SIGNS) return new Set(all)
  const values = points.map(({ value }) => value)
  return new Set([
    0,
    points.length - 1,
    values.indexOf(Math.max(...values)),
    values.indexOf(Math.min(...values)),
  ])
}

/** Runs of points that may be joined. */
function runs(points: readonly ChartPoint[]): (number | null)[][] {
  const starts = points.flatMap(({ newSeries }, i) =>
    i === 0 || newSeries ? [i] : [],
  )
  return starts.map((start, at) => {
    const end = starts[at + 1] ?? points.length
    return points.map(({ value }, i) => (i >= start && i < end ? value : null))
  })
}

function optionOf(points: readonly ChartPoint[], scale: Scale) {
  return {
    // The line is told by its points, not by a pattern.
    aria: { enabled: false },
    xAxis: {
      type: 'category' as const,
      data: points.map((_point, i) => String(i)),
      show: false,
    },
    yAxis: {
      type: 'value' as const,
      min: scale.min,
      max: scale.max,
      show: false,
    },
    series: runs(points).map((data) => ({
      type: 'line' as const,
      silent: true,
      data,
      symbol: 'none',
      lineStyle: { color: INK, width: 7 },
      areaStyle: { color: INK, opacity: 0.1 },
    })),
  }
}
