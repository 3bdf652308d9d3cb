const DAY_MS = 86_400_000

/** Every day from the first to the last, both included; yyyy-MM-dd. */
export function daysOf(from: string, until: string): string[] {
  const count = (Date.parse(until) - Date.parse(from)) / DAY_MS + 1
  return Array.from({ length: Math.max(0, count) }, (_day, index) =>
    new Date(Date.parse(from) + index * DAY_MS).toISOString().slice(0, 10),
  )
}

/** The most days in a row; `days` are sorted, each once. */
export function longestRun(days: readonly string[]): number {
  let longest = 0
  let run = 0
  let before = Number.NaN
  for (const day of days) {
    const at = Date.parse(day)
    run = at - before === DAY_MS ? run + 1 : 1
    longest = Math.max(longest, run)
    before = at
  }
  return longest
}
