/*
 * Told apart by lightness and pattern as well as by hue: dark and light
 * alternate, so that each stays itself without colours (Okabe–Ito, CUD).
 */
export const INK = '#0F4A5E'
export const PLAN = '#8FA9B3'
export const SECOND = '#B85A00'

type Decal = {
  symbol: 'rect' | 'circle' | 'none'
  symbolSize?: number
  dashArrayX?: number[] | number
  dashArrayY?: number[] | number
  rotation?: number
  color?: string
}

const WHITE = 'rgba(255,255,255,.6)'
const PLAIN: Decal = { symbol: 'none' }
const stripes = (rotation: number): Decal => ({
  symbol: 'rect',
  dashArrayX: [1, 0],
  dashArrayY: [6, 12],
  rotation,
  color: WHITE,
})

/** Stripes of what has not happened yet: a plan, an estimate. */
export const HATCH: Record<'actual' | 'estimate' | 'plan', Decal> = {
  actual: PLAIN,
  estimate: stripes(-Math.PI / 4),
  plan: PLAIN,
}

/** Parts of a whole in order; `swatch` names the same pattern in the sheet. */
export const SLICES: readonly { color: string; decal: Decal }[] = [
  { color: '#0F4A5E', decal: PLAIN },
  { color: '#E0A030', decal: PLAIN },
  { color: '#5B2A66', decal: stripes(Math.PI / 4) },
  { color: '#8CC0B0', decal: PLAIN },
  { color: '#A33B00', decal: stripes(0) },
  { color: '#9A9186', decal: PLAIN },
]
