/**
 * A calendar date as people and programs write it: 01/07/2025, 1-7-2025,
 * 2025-07-01 (and what Excel saved as a date). Answers yyyy-MM-dd, or null
 * for anything else, such as 31/02.
 */
export function readDate(text: string): string | null {
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T00:00)?$/.exec(text)
  const [year, month, day] = local
    ? [local[3], local[2], local[1]]
    : iso
      ? [iso[1], iso[2], iso[3]]
      : []
  if (!year || !month || !day) return null
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const read = new Date(`${date}T00:00:00Z`)
  const isReal =
    !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 10) === date
  return isReal ? date : null
}
