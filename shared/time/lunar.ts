import { en } from '../text/copy/en.js'
import { vi } from '../text/copy/vi.js'

/**
 * The Vietnamese lunar calendar, reckoned at UTC+7 (a library for UTC+8 puts
 * Tết 1985, 2007 and 2030 on wrong days). Hồ Ngọc Đức's algorithm, "Thuật toán
 * tính âm lịch" (2004), after Meeus, Astronomical Algorithms.
 */

/** A lunar date. `month` 1–12; `leap` marks the second month of that number. */
export type LunarDate = {
  day: number
  month: number
  leap: boolean
  year: number
  /** Can Chi of the year: "Bính Ngọ". */
  yearName: string
  /** "Giêng" … "Chạp". */
  monthName: string
}

const HOME_OFFSET_DAYS = 7 / 24
const STEMS = [
  'Giáp',
  'Ất',
  'Bính',
  'Đinh',
  'Mậu',
  'Kỷ',
  'Canh',
  'Tân',
  'Nhâm',
  'Quý',
]
const BRANCHES = [
  'Tý',
  'Sửu',
  'Dần',
  'Mão',
  'Thìn',
  'Tỵ',
  'Ngọ',
  'Mùi',
  'Thân',
  'Dậu',
  'Tuất',
  'Hợi',
]

/**
 * The lunar date of a calendar date yyyy-MM-dd. Throws RangeError for what is
 * no date.
 */
export function lunarDate(dateIso: string): LunarDate {
  const dayNumber = julianDay(dateIso)
  const monthStart = monthStartOf(dayNumber)
  const solarYear = Number(dateIso.slice(0, 4))
  let eleventh = eleventhMonth(solarYear)
  let nextEleventh = eleventh
  let year = solarYear
  if (eleventh >= monthStart) {
    eleventh = eleventhMonth(solarYear - 1)
  } else {
    year = solarYear + 1
    nextEleventh = eleventhMonth(solarYear + 1)
  }
  const since = Math.floor((monthStart - eleventh) / 29)
  let month = since + 11
  let leap = false
  if (nextEleventh - eleventh > 365) {
    const leapAt = leapMonthOffset(eleventh)
    if (since >= leapAt) {
      month = since + 10
      leap = since === leapAt
    }
  }
  if (month > 12) month -= 12
  if (month >= 11 && since < 4) year -= 1
  const day = dayNumber - monthStart + 1
  return {
    day,
    month,
    leap,
    year,
    yearName: yearNameOf(year),
    monthName: vi.lunarMonths[month - 1] ?? '',
  }
}

/**
 * The day of the last new moon at or before a day. The mean moon may be a day
 * off either way (2062-04-09), so we walk down to it instead of trusting it.
 */
function monthStartOf(dayNumber: number): number {
  let k = Math.floor((dayNumber - 2415021.076998695) / 29.530588853) + 2
  let start = newMoonDay(k)
  while (start > dayNumber) {
    k -= 1
    start = newMoonDay(k)
  }
  return start
}

/** Can Chi of a lunar year: 2026 → "Bính Ngọ". */
export function yearNameOf(year: number): string {
  const stem = STEMS[(((year + 6) % 10) + 10) % 10]
  const branch = BRANCHES[(((year + 8) % 12) + 12) % 12]
  return `${stem} ${branch}`
}

/**
 * "23 tháng Giêng, Bính Ngọ", as the header of a board says it; in English
 * "lunar 23/1, Bính Ngọ". A leap month is marked "nhuận".
 */
export function sayLunar(
  lunar: LunarDate,
  language: 'vi' | 'en' = 'vi',
): string {
  const { day, month, leap, monthName, yearName } = lunar
  if (language === 'en') {
    const mark = leap ? ` ${en.leapMonth}` : ''
    return `${en.lunarDay} ${day}/${month}${mark}, ${yearName}`
  }
  const mark = leap ? ` ${vi.leapMonth}` : ''
  return `${day} ${vi.lunarDay} ${monthName}${mark}, ${yearName}`
}

/** Julian day number of a Gregorian date. */
function julianDay(dateIso: string): number {
  const instant = Date.parse(`${dateIso}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(dateIso) || !Number.isFinite(instant)) {
    throw new RangeError(`no date: ${dateIso}`)
  }
  // 1970-01-01 is Julian day 2440588.
  return Math.floor(instant / 86_400_000) + 2440588
}

/** The local day on which the k-th new moon after 1900-01-01 falls. */
function newMoonDay(k: number): number {
  const T = k / 1236.85
  const T2 = T * T
  const T3 = T2 * T
  const dr = Math.PI / 180
  let mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * T2 - 0.000000155 * T3
  mean += 0.00033 * Math.sin((166.56 + 132.87 * T - 0.009173 * T2) * dr)
  const M = 359.2242 + 29.10535608 * k - 0.0000333 * T2 - 0.00000347 * T3
  const Mpr = 306.0253 + 385.81691806 * k + 0.0107306 * T2 + 0.00001236 * T3
  const F = 21.2964 + 390.67050646 * k - 0.0016528 * T2 - 0.00000239 * T3
  const sin = (degrees: number) => Math.sin(degrees * dr)
  let C = (0.1734 - 0.000393 * T) * sin(M) + 0.0021 * sin(2 * M)
  C = C - 0.4068 * sin(Mpr) + 0.0161 * sin(2 * Mpr)
  C = C - 0.0004 * sin(3 * Mpr)
  C = C + 0.0104 * sin(2 * F) - 0.0051 * sin(M + Mpr)
  C = C - 0.0074 * sin(M - Mpr) + 0.0004 * sin(2 * F + M)
  C = C - 0.0004 * sin(2 * F - M) - 0.0006 * sin(2 * F + Mpr)
  C = C + 0.001 * sin(2 * F - Mpr) + 0.0005 * sin(2 * Mpr + M)
  // Terrestrial to universal time.
  const deltaT =
    T < -11
      ? 0.001 +
        0.000839 * T +
        0.0002261 * T2 -
        0.00000845 * T3 -
        0.000000081 * T * T3
      : -0.000278 + 0.000265 * T + 0.000262 * T2
  return Math.floor(mean + C - deltaT + 0.5 + HOME_OFFSET_DAYS)
}

/** Which twelfth (0–11) of the ecliptic the sun is in as the local day starts. */
function sunTwelfth(dayNumber: number): number {
  const T = (dayNumber - 2451545.5 - HOME_OFFSET_DAYS) / 36525
  const T2 = T * T
  const dr = Math.PI / 180
  const M = 357.5291 + 35999.0503 * T - 0.0001559 * T2 - 0.00000048 * T * T2
  const L0 = 280.46645 + 36000.76983 * T + 0.0003032 * T2
  let DL = (1.9146 - 0.004817 * T - 0.000014 * T2) * Math.sin(dr * M)
  DL += (0.019993 - 0.000101 * T) * Math.sin(dr * 2 * M)
  DL += 0.00029 * Math.sin(dr * 3 * M)
  const L = (L0 + DL) * dr
  const turn = Math.PI * 2
  return Math.floor(((L - turn * Math.floor(L / turn)) / Math.PI) * 6)
}

/** The first day of the lunar month that holds the winter solstice. */
function eleventhMonth(solarYear: number): number {
  const off = julianDay(`${String(solarYear).padStart(4, '0')}-12-31`) - 2415021
  const k = Math.floor(off / 29.530588853)
  const day = newMoonDay(k)
  return sunTwelfth(day) >= 9 ? newMoonDay(k - 1) : day
}

/** How many months after the eleventh the leap month comes. */
function leapMonthOffset(eleventh: number): number {
  const k = Math.floor((eleventh - 2415021.076998695) / 29.530588853 + 0.5)
  let i = 1
  let last: number
  let arc = sunTwelfth(newMoonDay(k + i))
  do {
    last = arc
    i++
    arc = sunTwelfth(newMoonDay(k + i))
  } while (arc !== last && i < 14)
  return i - 1
}
