import { formatNumber } from '../../../../shared/text/numbers.js'
import type { RenderScope } from '../../catalogue.js'
import { percent, type ChartPoint } from './chart-point.js'
import { scaleOf, type Scale } from './chart-scale.js'
import { HATCH, INK, PLAN } from './chart-style.js'
import { drawGeometry } from './draw-geometry.js'
import { breakMarks, element, labelsUnder } from './plot-words.js'

const HEADROOM = 0.2
const DRAWN = { width: 1200, height: 400, stretch: true }

/** Columns from zero, each with its figure on top and its name below. */
export function columnChart(
  points: readonly ChartPoint[],
  scope: RenderScope,
): string {
  const scale = scaleOf(
    points.map(({ value }) => value),
    { fromZero: true, headroom: HEADROOM },
  )
  scope.drawings.count += 1
  const svg = drawGeometry(
    optionOf(points, scale),
    DRAWN,
    `d${scope.drawings.count}-`,
  )
  const heights = points.map((point, i) =>
    element(
      { tag: 'b', class: 'at', kind: point.kind ?? 'actual' },
      {
        left: percent((i + 0.5) / points.length),
        bottom: percent(
          (Math.max(point.value, 0) - scale.min) / (scale.max - scale.min),
        ),
      },
      say(point.value, scope),
    ),
  )
  return (
    `<div class="plot" data-count="${points.length}">${svg}` +
    `${breakMarks(points)}${heights.join('')}</div>${labelsUnder(points)}`
  )
}

function say(value: number, scope: RenderScope): string {
  return formatNumber(value, {
    language: scope.language === 'en' ? 'en' : 'vi',
  })
}

function optionOf(points: readonly ChartPoint[], scale: Scale) {
  return {
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
    series: [
      {
        type: 'bar' as const,
        silent: true,
        barWidth: '58%',
        data: points.map(({ value, kind = 'actual' }) => ({
          value,
          itemStyle: {
            color: kind === 'plan' ? PLAN : INK,
            decal: HATCH[kind],
          },
        })),
      },
    ],
  }
}
