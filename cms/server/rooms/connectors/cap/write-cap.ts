/** Our notices in the words of CAP 1.2, for whoever relays warnings. */
import { XMLBuilder } from 'fast-xml-parser'
import type { Notice } from '../../../../../shared/contract/notice.js'
import { CAP_NAMESPACE } from './read-cap.js'

export type NoticeForCap = {
  notice: Notice
  /** Set once it was recalled. */
  recalledAt: string | null
  /** Versions before this one, for references. */
  earlier: readonly { version: number; issuedAt: string }[]
  /** Area names and official codes that it covers. */
  areas: readonly { name: string; code: string | null }[]
  /** What the glass says, if it was written in fields. */
  fields: Record<string, unknown> | null
}

/** The house that speaks: CAP wants a name no other sender has. */
export type CapIssuer = { sender: string; codeSystem: string }

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  format: true,
  suppressEmptyNode: true,
})

/**
 * One message about one notice: Alert, Update for a corrected version, Cancel
 * after a recall; a drill is an Exercise. Our levels of disaster risk are not
 * CAP's severity: the level travels as a parameter of its own name.
 */
export function writeCap(of: NoticeForCap, issuer: CapIssuer): string {
  const { notice, recalledAt } = of
  const references = referencesOf(of, issuer)
  const msgType =
    recalledAt !== null ? 'Cancel' : notice.version > 1 ? 'Update' : 'Alert'
  const alert = {
    '@xmlns': CAP_NAMESPACE,
    identifier: identifierOf(notice.id, notice.version, recalledAt !== null),
    sender: issuer.sender,
    sent: capTime(recalledAt ?? notice.issuedAt),
    status: notice.drill ? 'Exercise' : 'Actual',
    msgType,
    scope: 'Public',
    ...(references === '' ? {} : { references }),
    info: infoOf(of, issuer),
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ alert })}`
}

function infoOf({ notice, areas, fields }: NoticeForCap, issuer: CapIssuer) {
  const advice = adviceOf(fields)
  return {
    language: 'vi-VN',
    category: notice.level > 0 ? 'Met' : 'Safety',
    event: wordOf(fields, 'hazard') ?? notice.title,
    urgency: 'Immediate',
    severity: 'Unknown',
    certainty: 'Unknown',
    effective: capTime(notice.startsAt),
    expires: capTime(notice.expiresAt),
    senderName: notice.issuer,
    headline: notice.title,
    ...(advice === '' ? {} : { instruction: advice }),
    ...(notice.level > 0
      ? {
          parameter: {
            valueName: 'VN:disasterRiskLevel',
            value: String(notice.level),
          },
        }
      : {}),
    area: areas.map(({ name, code }) => ({
      areaDesc: name,
      ...(code === null
        ? {}
        : { geocode: { valueName: issuer.codeSystem, value: code } }),
    })),
  }
}

/** A cancel refers to what it cancels, an update to all before it. */
function referencesOf(
  { notice, recalledAt, earlier }: NoticeForCap,
  { sender }: CapIssuer,
): string {
  const { version, issuedAt } = notice
  const before = recalledAt === null ? [] : [{ version, issuedAt }]
  return [...earlier, ...before]
    .map(
      (one) =>
        `${sender},${identifierOf(notice.id, one.version, false)},${capTime(one.issuedAt)}`,
    )
    .join(' ')
}

function identifierOf(id: string, version: number, cancelled: boolean): string {
  return `${id}.${version}${cancelled ? '.cancel' : ''}`
}

/** 3.3.2: whole seconds and a numeric offset; Vietnam keeps UTC+7. */
function capTime(instant: string): string {
  const local = new Date(Date.parse(instant) + 7 * 3_600_000)
  return `${local.toISOString().slice(0, 19)}+07:00`
}

function wordOf(
  fields: Record<string, unknown> | null,
  name: string,
): string | null {
  const value = fields?.[name]
  return typeof value === 'string' && value !== '' ? value : null
}

function adviceOf(fields: Record<string, unknown> | null): string {
  const action = wordOf(fields, 'action')
  const advice = fields?.['advice']
  const lines = Array.isArray(advice)
    ? advice.map((one) => {
        const { title, text } = one as { title?: unknown; text?: unknown }
        return [title, text]
          .filter((part) => typeof part === 'string')
          .join(': ')
      })
    : []
  return [action, ...lines].filter(Boolean).join('\n')
}
