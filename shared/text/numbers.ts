/**
 * Numbers as Vietnamese offices write them: "." between thousands, "," before
 * decimals. Some sources mix both on one page, so reading is strict and the
 * editor shows back what it understood.
 */

export type NumberFormat = {
  /** Exactly so many decimals; without it, as many as the number has (≤ 6). */
  decimals?: number
  language?: 'vi' | 'en'
}

/** 7592 → "7.592", 9.71 → "9,71" (vi); "7,592", "9.71" (en). */
export function formatNumber(value: number, format: NumberFormat = {}): string {
  if (!Number.isFinite(value)) return '—'
  const { decimals, language = 'vi' } = format
  const [thousands, point] = language === 'vi' ? ['.', ','] : [',', '.']
  const digits =
    decimals === undefined
      ? plainDigits(Math.abs(value))
      : Math.abs(value).toFixed(decimals)
  const [whole = '0', fraction] = digits.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/gu, thousands)
  const isZero = !/[1-9]/u.test(digits)
  const sign = value < 0 && !isZero ? '−' : ''
  return sign + grouped + (fraction ? point + fraction : '')
}

/**
 * Reads "7.592", "9,71", "-5,2", "7 592"; null for what a Vietnamese office
 * would not write ("47,500.5", "1.23.4", "7.59"), rather than a guess.
 */
export function parseVietnameseNumber(text: string): number | null {
  const tidy = text
    .trim()
    .replace(/^[−–]/u, '-')
    .replace(/[\u00a0\u202f ]/gu, ' ')
  const whole = String.raw`\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+|\d+`
  const match = new RegExp(`^([+-]?)(${whole})(?:,(\\d+))?$`, 'u').exec(tidy)
  if (!match) return null
  const [, sign, integer = '', fraction] = match
  const value = Number(
    `${integer.replace(/[. ]/gu, '')}${fraction ? `.${fraction}` : ''}`,
  )
  if (!Number.isFinite(value)) return null
  return sign === '-' && value !== 0 ? -value : value
}

/** At most six decimals, no trailing zeros, never an exponent. */
function plainDigits(value: number): string {
  return value >= 1e21
    ? BigInt(Math.round(value)).toString()
    : value.toFixed(6).replace(/\.?0+$/u, '')
}
