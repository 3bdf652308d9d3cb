/** A value axis: where it begins and ends, and the lines across the plot. */
export type Scale = { min: number; max: number; ticks: number[] }

const STEPS = [1, 2, 2.5, 5, 10]
const MOST_TICKS = 4

/**
 * An axis of round numbers around the values.
 *
 * @param fromZero columns are read by their length, so theirs must start at 0
 * @param headroom share of the height kept free above the highest value for its
 *   label
 */
export function scaleOf(
  values: readonly number[],
  { fromZero, headroom }: { fromZero: boolean; headroom: number },
): Scale {
  const lowest = Math.min(...values, fromZero ? 0 : Infinity)
  const highest = Math.max(...values, fromZero ? 0 : -Infinity)
  if (!Number.isFinite(lowest) || !Number.isFinite(highest)) {
    return { min: 0, max: 1, ticks: [0] }
  }
  const span = highest - lowest || Math.abs(highest) || 1
  const step = roundStep(span / MOST_TICKS)
  const ground = fromZero && lowest >= 0
  const min = ground ? 0 : Math.floor((lowest - span * headroom) / step) * step
  const max = min + (highest - min) / (1 - headroom) || 1
  const ticks: number[] = []
  for (let i = 0; min + i * step <= highest + step * 0.01; i += 1) {
    ticks.push(Number((min + i * step).toPrecision(12)))
  }
  return { min, max, ticks }
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = STEPS.find((step) => step * power >= rough) ?? 10
  return factor * power
}
