import { formatNumber } from '../../../../shared/text/numbers.js'
import type { RenderScope } from '../../catalogue.js'
import { percent, type ChartPoint } from './chart-point.js'
import { SLICES } from './chart-style.js'
import { drawGeometry } from './draw-geometry.js'
import { element } from './plot-words.js'

const DRAWN = { width: 600, height: 600, stretch: false }
/** Radius of the ring and of the figures around it, of half the box. */
const RING = { inner: 0.44, outer: 0.7 }
const FIGURES = 0.75
/** A thinner slice has its figure in the list only. */
const THINNEST_TOLD = 0.05

const LAST = { color: '#9A9186', decal: { symbol: 'none' as const } }

/** One part of the whole, ready for the list beside the ring. */
export type Share = ChartPoint & {
  share: number
  percentText: string
  valueText: string
}

/** Each part with its share of the sum, one decimal, in the order given. */
export function sharesOf(
  points: readonly ChartPoint[],
  scope: RenderScope,
): Share[] {
  const language = scope.language === 'en' ? 'en' : 'vi'
  const sum = points.reduce((total, { value }) => total + value, 0)
  return points.map((point) => {
    const share = sum > 0 ? point.value / sum : 0
    return {
      ...point,
      share,
      percentText: `${formatNumber(Math.round(share * 1000) / 10, { language })}%`,
      valueText: formatNumber(point.value, { language }),
    }
  })
}

/** A ring from the top clockwise, with the figures of all but thin slices. */
export function ringChart(
  points: readonly ChartPoint[],
  scope: RenderScope,
): string {
  scope.drawings.count += 1
  const svg = drawGeometry(optionOf(points), DRAWN, `d${scope.drawings.count}-`)
  let before = 0
  const figures = sharesOf(points, scope).map(({ share, percentText }) => {
    const angle = (before + share / 2) * 2 * Math.PI
    before += share
    if (share < THINNEST_TOLD) return ''
    return element(
      { tag: 'b', class: 'at', kind: sideOf(angle) },
      {
        left: percent(0.5 + (Math.sin(angle) * FIGURES) / 2),
        bottom: percent(0.5 + (Math.cos(angle) * FIGURES) / 2),
      },
      percentText,
    )
  })
  return `${svg}${figures.join('')}`
}

/** Where a figure is held, so that it never lies on the ring. */
function sideOf(angle: number): 'left' | 'right' | 'top' | 'foot' {
  if (Math.sin(angle) > 0.5) return 'right'
  if (Math.sin(angle) < -0.5) return 'left'
  return Math.cos(angle) > 0 ? 'top' : 'foot'
}

function optionOf(points: readonly ChartPoint[]) {
  return {
    series: [
      {
        type: 'pie' as const,
        silent: true,
        radius: [percent(RING.inner), percent(RING.outer)],
        label: { show: false },
        labelLine: { show: false },
        data: points.map(({ value }, i) => {
          const { color, decal } = SLICES[i % SLICES.length] ?? LAST
          return {
            value,
            itemStyle: { color, decal, borderColor: '#FCF9F3', borderWidth: 6 },
          }
        }),
      },
    ],
  }
}
