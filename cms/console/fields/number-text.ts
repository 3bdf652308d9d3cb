import {
  formatNumber,
  parseVietnameseNumber,
} from '../../../shared/text/numbers.js'

/** 7592.5 → "7.592,5" above ten thousand; a year or a small sum stays plain. */
export function showNumber(value: number): string {
  const text = formatNumber(value).replace('−', '-')
  return Math.abs(value) < 10_000 ? text.replace('.', '') : text
}

/** "7.592,5", "-3", "106 %" → number; null when an office would not write so. */
export function readNumber(typed: string): number | null {
  return parseVietnameseNumber(typed.replace(/%\s*$/, ''))
}
