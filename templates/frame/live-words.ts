/** How the live places of a document are said. Words of the glass, vi first. */
import type { Language } from '../../shared/contract/primitives.js'
import {
  formatDateTime,
  formatTime,
  formatWeekdayDate,
} from '../../shared/time/format.js'
import { lunarDate, sayLunar } from '../../shared/time/lunar.js'
import { localDate } from '../../shared/time/zone.js'
import type { LiveValues } from './live-values.js'

type Words = { page: string; asOf: string }

const WORDS: { vi: Words; en: Words } = {
  vi: { page: 'Trang', asOf: 'Cập nhật lúc' },
  en: { page: 'Page', asOf: 'As of' },
}

/** Languages of the glass without words of their own are said in Vietnamese. */
function spoken(language: Language): 'vi' | 'en' {
  return language === 'en' ? 'en' : 'vi'
}

/** Today in the screen's zone, yyyy-MM-dd. */
export function localDateOf(
  values: Pick<LiveValues, 'now' | 'timeZone'>,
): string {
  return localDate(values.now, values.timeZone)
}

/** The text of one live place, or null for a place nobody knows. */
export function sayLive(kind: string, values: LiveValues): string | null {
  const { now, timeZone: zone } = values
  const language = spoken(values.language)
  switch (kind) {
    case 'time':
      return formatTime(now, zone)
    case 'solar-date':
      return formatWeekdayDate(now, { zone, language })
    case 'lunar-date':
      return sayLunar(lunarDate(localDateOf(values)), language)
    case 'page-mark':
      return `${WORDS[language].page} ${values.page + 1}/${values.pages}`
    case 'as-of':
      return values.asOf === undefined
        ? ''
        : `${WORDS[language].asOf} ${formatDateTime(values.asOf, zone)}`
    default:
      return null
  }
}
