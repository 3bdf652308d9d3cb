/*
 * The shapes of a chart, drawn by ECharts on the server. Shapes only: every
 * word stands beside them as text of the slide, in its fonts, sized and
 * measured like all other text.
 */
import {
  BarChart,
  LineChart,
  PieChart,
  type BarSeriesOption,
  type LineSeriesOption,
  type PieSeriesOption,
} from 'echarts/charts'
import {
  AriaComponent,
  GridComponent,
  type GridComponentOption,
} from 'echarts/components'
import { init, use, type ComposeOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, LineChart, PieChart, GridComponent, AriaComponent, SVGRenderer])

export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | PieSeriesOption | GridComponentOption
>

/** Drawings by what they show; bounded, as a release repeats the same few. */
const drawn = new Map<string, string>()
const MOST_KEPT = 200

/**
 * @param size of the drawing's own grid; `stretch` lets it fill any box
 * @param id makes the ids inside unique in one document
 * @returns an SVG without text, scripts, styles or event attributes; same
 *   input, same bytes
 */
export function drawGeometry(
  option: ChartOption,
  size: { width: number; height: number; stretch: boolean },
  id: string,
): string {
  const key = JSON.stringify([option, size])
  let svg = drawn.get(key)
  if (svg === undefined) {
    svg = tidy(render(option, size), size.stretch)
    if (drawn.size >= MOST_KEPT) drawn.clear()
    drawn.set(key, svg)
  }
  return svg.replaceAll('CHART', id)
}

function render(
  option: ChartOption,
  size: { width: number; height: number },
): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size })
  try {
    chart.setOption({
      animation: false,
      aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
      grid: { left: 0, right: 0, top: 0, bottom: 0 },
      ...option,
    })
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}

/** Drops what only a live chart needs, and makes ids depend on nothing. */
function tidy(svg: string, stretch: boolean): string {
  return (
    svg
      .replace(/<style[\s\S]*?<\/style>/g, '')
      // Nothing leaves the plot: values lie within its scale.
      .replace(/<clipPath[\s\S]*?<\/clipPath>| clip-path="[^"]*"/g, '')
      .replace(/<\?xml[^>]*>/g, '')
      .replace(
        / (ecmeta_\w+|class|pointer-events|xmlns:xlink|version|baseProfile|style)="[^"]*"/g,
        '',
      )
      .replace(
        /<rect width="\d+" height="\d+" x="0" y="0" fill="none"><\/rect>/,
        '',
      )
      .replace(/^<svg width="\d+" height="\d+"/, '<svg')
      .replace(/zr\d+-/g, 'CHART-')
      .replace(/\n/g, '')
      .replace(
        /<svg /,
        `<svg class="shapes" aria-hidden="true"${stretch ? ' preserveAspectRatio="none"' : ''} `,
      )
  )
}
