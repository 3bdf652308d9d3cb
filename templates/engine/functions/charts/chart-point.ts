/** One value of a chart as the fields have it. */
export type ChartPoint = {
  label: string
  value: number
  /** What kind of figure it is; a result when nothing is said. */
  kind?: 'actual' | 'estimate' | 'plan'
  /** It cannot be compared with those before it: another method, another base. */
  newSeries?: boolean
}

/** A share (0–1) as CSS per cent, rounded so that the same input is the same text. */
export function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`
}

/** Reads the rows of a field; what is no list is an empty one. */
export function readPoints(value: unknown): ChartPoint[] {
  return Array.isArray(value) ? (value as ChartPoint[]) : []
}
