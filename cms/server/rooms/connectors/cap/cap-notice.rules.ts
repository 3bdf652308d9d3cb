/** From an alert's words to the fields of our warning slide. */
import type { CreateNoticeAsked } from '../../../../../shared/contract/api/notices.js'
import { NOTICE_MAX_MS } from '../../../../../shared/seal/open.js'
import type { CapCopy } from '../../../../../shared/text/copy/copy.js'
import { graphemes, clipText } from '../../../../../shared/text/normalise.js'
import type { CapAlert, CapInfo } from './cap-alert.js'

/** The template that carries warnings, and what its fields can hold. */
const TEMPLATE = 'urgent'
const HAZARD = 60
const ACTION = 26
const ADVICE = 60
const MOST_ADVICE = 4
/** An alert that names no end gets this long. */
const USUAL_MS = 6 * 3_600_000

export type CapWords = Pick<
  CreateNoticeAsked,
  'templateId' | 'fields' | 'level' | 'drill' | 'expiresAt'
>

/**
 * The words of an alert as a notice. `isWhole` is false when something had to
 * be cut to fit: then a person shortens it, a machine never does on the glass.
 * Null when the alert says nothing or has ended. `now` in milliseconds.
 */
export function wordsOfCap(
  alert: CapAlert,
  copy: { vi: CapCopy; en: CapCopy },
  now: number,
): { words: CapWords; isWhole: boolean } | null {
  const info = infoIn(alert, 'vi') ?? alert.infos[0]
  if (!info) return null
  const expiresAt = endOf(info, now)
  if (expiresAt === null) return null
  const english = infoIn(alert, 'en')
  const vi = fieldsOf(info, copy.vi)
  const en = english && english !== info ? fieldsOf(english, copy.en) : null
  return {
    isWhole: vi.isWhole && (en?.isWhole ?? true),
    words: {
      templateId: TEMPLATE,
      fields: { vi: vi.fields, ...(en ? { en: en.fields } : {}) },
      level: levelOf(info),
      drill: alert.status === 'Exercise',
      expiresAt,
    },
  }
}

function infoIn(alert: CapAlert, language: string): CapInfo | undefined {
  return alert.infos.find((info) =>
    info.language.toLowerCase().startsWith(language),
  )
}

/** Its own end, at most a day ahead; null when that has passed. */
function endOf(info: CapInfo, now: number): string | null {
  const said = info.expires ? Date.parse(info.expires) : now + USUAL_MS
  if (said <= now) return null
  return new Date(Math.min(said, now + NOTICE_MAX_MS)).toISOString()
}

/**
 * Our disaster risk level only where the sender says so by that name: CAP's
 * severity is another ladder (QĐ 18/2021 Điều 4 is not section 3.2.2).
 */
function levelOf(info: CapInfo): number {
  const said = info.parameters.find(({ valueName }) =>
    /disaster_?risk_?level|c(ấ|a)p.?(đ|d)(ộ|o).?r(ủ|u)i.?ro/iu.test(valueName),
  )
  const level = Number(said?.value)
  return Number.isInteger(level) && level >= 1 && level <= 5 ? level : 0
}

function fieldsOf(info: CapInfo, copy: CapCopy) {
  let isWhole = true
  const fit = (text: string, most: number): string => {
    if (graphemes(text).length <= most) return text
    isWhole = false
    return clipText(text, most)
  }
  const response = info.responseTypes[0] ?? 'Monitor'
  const places = info.areas.map(({ areaDesc }) => areaDesc).join(', ')
  const said = sentencesOf(info.instruction ?? info.description ?? '')
  if (said.length > MOST_ADVICE - 1) isWhole = false
  const advice = [
    ...(places === ''
      ? []
      : [{ title: copy.where, text: fit(places, ADVICE) }]),
    ...said
      .slice(0, MOST_ADVICE - 1)
      .map((text) => ({ title: copy.advice, text: fit(text, ADVICE) })),
  ]
  const fields = {
    hazard: fit(info.headline ?? info.event, HAZARD),
    hazardIcon: iconOf(info),
    action: fit(copy.actions[response], ACTION),
    advice: advice.length > 0 ? advice : [{ title: copy.advice }],
    ...(isPhone(info.contact) ? { phone: info.contact } : {}),
  }
  return { fields, isWhole }
}

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?;])\s+|\n+/u)
    .map((one) => one.trim())
    .filter(Boolean)
}

function isPhone(contact: string | undefined): boolean {
  return contact !== undefined && /^[0-9+().\- ]{3,16}$/.test(contact)
}

const ICONS: readonly [RegExp, string][] = [
  [/lũ|ngập|lụt|flood/iu, 'flood'],
  [/bão|áp thấp|storm|typhoon|cyclone|wind/iu, 'storm'],
  [/sạt|lở đất|landslide|mudslide/iu, 'landslide'],
  [/cháy|fire/iu, 'fire'],
  [/nóng|nắng|heat/iu, 'heat'],
  [/sét|dông|giông|lightning|thunder/iu, 'lightning'],
  [/dịch|bệnh|virus|epidemic|disease/iu, 'virus'],
]

function iconOf(info: CapInfo): string {
  const words = `${info.event} ${info.headline ?? ''}`
  const known = ICONS.find(([pattern]) => pattern.test(words))
  if (known) return known[1]
  if (info.categories.includes('Fire')) return 'fire'
  return info.categories.includes('Health') ? 'virus' : 'warning'
}
