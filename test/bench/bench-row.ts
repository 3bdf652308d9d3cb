/** One line of the table that `npm run bench` prints. */
export type BenchRow = {
  /** What was measured, with the load. */
  what: string
  /** The figure with its unit, median and p99 where it varies. */
  value: string
  /** What it is read against, measured in the same run; '–' when nothing fits. */
  baseline: string
  /** What the product aims at. */
  aim?: string
}

/** Median and 99th percentile of samples, for a line of the table. */
export function medianAndP99(samplesMs: number[]): string {
  const sorted = [...samplesMs].sort((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return `median ${at(0.5).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms (n=${sorted.length})`
}
