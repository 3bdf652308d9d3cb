import {
  formatDate,
  formatTime,
  weekdayName,
  weekdayOf,
} from '../../../shared/time/format.js'
import { lunarDate, sayLunar } from '../../../shared/time/lunar.js'
import { localParts } from '../../../shared/time/zone.js'
import type { RenderScope } from '../catalogue.js'
import { findWords } from '../words.js'
import { readCall, type TemplateFunction } from './function-options.js'

/** The calendar date on the wall here at an instant, `yyyy-MM-dd`. */
function dateHere(instant: string): string {
  const { year, month, day } = localParts(Date.parse(instant))
  return [year, two(month), two(day)].join('-')
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

function words(scope: RenderScope, key: string): string {
  return findWords(scope.words, scope.language, key) ?? key
}

/** @param iso a calendar date yyyy-MM-dd. @throws RangeError for none */
function sayDate(iso: string, style: unknown, scope: RenderScope): string {
  const language = scope.language === 'en' ? 'en' : 'vi'
  const numeric = formatDate(iso)
  const [day = '', month = '', year = ''] = numeric.split('/')
  switch (style) {
    case 'day':
      return String(Number(day))
    case 'day-month':
      return `${day}/${month}`
    case 'month-year':
      return words(scope, `month-year.${Number(month)}`).replace('{year}', year)
    case 'iso':
      return iso
    case 'weekday':
      return weekdayName(weekdayOf(iso), language)
    case 'long':
      return `${weekdayName(weekdayOf(iso), language)}, ${numeric}`
    case 'lunar':
      return sayLunar(lunarDate(iso), language)
    default:
      return numeric
  }
}

/** "07:00" → "7 giờ", "07:30" → "7 giờ 30"; English keeps the digits. */
function sayClock(value: unknown, style: unknown, scope: RenderScope): string {
  const [hour = '', minute = ''] = String(value).split(':')
  if (style !== 'words') return `${Number(hour)}:${minute}`
  return words(scope, minute === '00' ? 'clock.hour' : 'clock.minute')
    .replace('{hour}', String(Number(hour)))
    .replace('{minute}', minute)
}

/**
 * `{{date on style="long"}}` of yyyy-MM-dd; `{{moment at style="time"}}` of an
 * instant, on the wall clock here; `{{clock "07:30" style="words"}}`.
 */
export const dateFunctions: Record<string, TemplateFunction> = {
  date(...args) {
    const { first, hash, scope } = readCall(args)
    return sayDate(String(first), hash['style'], scope)
  },
  moment(...args) {
    const { first, hash, scope } = readCall(args)
    if (hash['style'] === 'time') return formatTime(String(first))
    return sayDate(dateHere(String(first)), hash['style'], scope)
  },
  clock(...args) {
    const { first, hash, scope } = readCall(args)
    return sayClock(first, hash['style'], scope)
  },
}
