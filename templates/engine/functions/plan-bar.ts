/*
 * One bar of "result against plan", drawn by ECharts on the server. All bars of
 * a slide share one scale; the plan is a black tick and never a hue; a result
 * below its plan is hatched as well as orange.
 */
import { BarChart, type BarSeriesOption } from 'echarts/charts'
import {
  AriaComponent,
  GridComponent,
  MarkLineComponent,
  type GridComponentOption,
} from 'echarts/components'
import { init, use, type ComposeOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, GridComponent, MarkLineComponent, AriaComponent, SVGRenderer])

type Option = ComposeOption<BarSeriesOption | GridComponentOption>

export type PlanBar = {
  /** Result ÷ plan, 0 or more; 1 is exactly the plan. */
  ratio: number
  met: boolean
  /** Ratio at the right end of the bar, the same for all bars of a slide. */
  scaleEnd: number
}

const WIDTH = 560
const HEIGHT = 60
const BAR = 32
const ACTUAL = '#0F4A5E'
const MISS = '#B85A00'
const PLAN = '#1B1410'
const GROUND = '#EFE6D5'

/** Never colour alone: what misses its plan is striped. */
const HATCH = {
  symbol: 'rect',
  dashArrayX: [1, 0],
  dashArrayY: [4, 8],
  rotation: -Math.PI / 4,
  color: 'rgba(255,255,255,.55)',
}

/** Drawings by what they show; bounded, as slides repeat the same few. */
const drawn = new Map<string, string>()
const MOST_KEPT = 500

/**
 * @param id makes the ids inside unique in one document
 * @returns an SVG without scripts, styles or event attributes; same input,
 *   same bytes
 */
export function drawPlanBar(bar: PlanBar, id: string): string {
  const key = `${bar.ratio.toFixed(4)} ${bar.met} ${bar.scaleEnd.toFixed(4)}`
  let svg = drawn.get(key)
  if (svg === undefined) {
    svg = tidy(render(bar))
    if (drawn.size >= MOST_KEPT) drawn.clear()
    drawn.set(key, svg)
  }
  return svg.replaceAll('CHART', id)
}

function render(bar: PlanBar): string {
  const chart = init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: WIDTH,
    height: HEIGHT,
  })
  try {
    chart.setOption(optionOf(bar))
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}

function optionOf(bar: PlanBar): Option {
  const inset = (HEIGHT - BAR) / 2
  const tick = (color: string, width: number) => ({
    xAxis: 1,
    lineStyle: { color, width, type: 'solid' as const },
  })
  return {
    animation: false,
    aria: {
      enabled: true,
      label: { enabled: false },
      decal: { show: !bar.met },
    },
    grid: { left: 0, right: 0, top: inset, bottom: inset },
    xAxis: { type: 'value', min: 0, max: bar.scaleEnd, show: false },
    yAxis: { type: 'category', data: [''], show: false },
    series: [
      {
        type: 'bar',
        silent: true,
        data: [Math.min(bar.ratio, bar.scaleEnd)],
        barWidth: BAR,
        showBackground: true,
        backgroundStyle: { color: GROUND },
        itemStyle: {
          color: bar.met ? ACTUAL : MISS,
          ...(bar.met ? {} : { decal: HATCH }),
        },
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          data: [tick('#fff', 8), tick(PLAN, 5)],
        },
      },
    ],
  }
}

/** Drops what only a live chart needs, and makes ids depend on nothing. */
function tidy(svg: string): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<\?xml[^>]*>/g, '')
    .replace(
      / (ecmeta_\w+|class|pointer-events|xmlns:xlink|version|baseProfile)="[^"]*"/g,
      '',
    )
    .replace(/zr\d+-/g, 'CHART-')
    .replace(/\n/g, '')
    .replace(/<svg /, '<svg class="plan-bar" aria-hidden="true" ')
}
