/** How XLSX numbers become text: dates, times and codes with leading zeros. */
import { readXml } from './read-xml.js'

/** What a style says of the numbers in its cells. */
export type NumberStyle =
  | { kind: 'plain' }
  | { kind: 'date' }
  /** A format of zeros only: "00123" is 123 shown with five digits. */
  | { kind: 'padded'; digits: number }

const PLAIN: NumberStyle = { kind: 'plain' }
const DAY_MS = 86_400_000

/** Styles by the index that cells name (ECMA-376 part 1, 18.8). */
export function readStyles(bytes: Uint8Array | null): NumberStyle[] {
  const codes = new Map<number, string>()
  const styles: NumberStyle[] = []
  if (bytes === null) return styles
  let inside = ''
  readXml(bytes, {
    open(name, attributes) {
      if (name === 'numFmt')
        codes.set(
          Number(attributes['numFmtId']),
          attributes['formatCode'] ?? '',
        )
      if (name === 'cellXfs') inside = name
      if (name === 'xf' && inside === 'cellXfs')
        styles.push(styleOf(Number(attributes['numFmtId'] ?? 0), codes))
    },
    close(name) {
      if (name === 'cellXfs') inside = ''
    },
  })
  return styles
}

/** The text of a stored number. `date1904` is the old Macintosh calendar. */
export function numberText(
  stored: string,
  style: NumberStyle | undefined,
  date1904: boolean,
): string {
  const value = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(value)) return stored
  if (style?.kind === 'date') return dateText(value + (date1904 ? 1462 : 0))
  // Fifteen digits are all that Excel itself keeps.
  const text = String(Number(value.toPrecision(15)))
  return style?.kind === 'padded' ? text.padStart(style.digits, '0') : text
}

function styleOf(id: number, codes: ReadonlyMap<number, string>): NumberStyle {
  const builtIn =
    (id >= 14 && id <= 22) ||
    (id >= 27 && id <= 36) ||
    (id >= 45 && id <= 47) ||
    (id >= 50 && id <= 58)
  if (builtIn) return { kind: 'date' }
  const code = codes.get(id) ?? ''
  if (/^0{2,}$/.test(code)) return { kind: 'padded', digits: code.length }
  const letters = code
    .replace(/"[^"]*"|\\.|_./g, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '')
  return /[ymdhs]/i.test(letters) && !/general/i.test(letters)
    ? { kind: 'date' }
    : PLAIN
}

/** Days since 30/12/1899; the 29/02/1900 that never was counts before 60. */
function dateText(serial: number): string {
  const day = serial < 60 ? serial + 1 : serial
  const minutes = Math.round(day * 1440)
  const at = new Date(Date.UTC(1899, 11, 30) + minutes * 60_000)
  if (Number.isNaN(at.getTime())) return String(serial)
  const iso = at.toISOString()
  if (serial >= 0 && serial < 1) return iso.slice(11, 16)
  return at.getTime() % DAY_MS === 0 ? iso.slice(0, 10) : iso.slice(0, 16)
}
