import type { Role } from '../../../../shared/contract/api/accounts.js'
import type { BodyOf } from '../../../../shared/contract/endpoints.js'

/** A grant while it is being written; days as people count them. */
export type GrantDraft = {
  role: Role
  areaId: string | null
  /** yyyy-MM-dd; null: at once. */
  fromDay: string | null
  /** The last day it holds; null: for good. */
  lastDay: string | null
  note: string
}

export const NEW_GRANT: GrantDraft = {
  role: 'author',
  areaId: null,
  fromDay: null,
  lastDay: null,
  note: '',
}

const DAY_MS = 86_400_000

/** The first instant of a day in Vietnam (UTC+7, no summer time). */
export function startOfDay(day: string): string {
  return new Date(`${day}T00:00:00+07:00`).toISOString()
}

/** The first instant after a day in Vietnam. */
export function endOfDay(day: string): string {
  return new Date(Date.parse(startOfDay(day)) + DAY_MS).toISOString()
}

/** What is sent; null while the area is missing. */
export function grantBody(draft: GrantDraft): BodyOf<'giveGrant'> | null {
  const { role, areaId, fromDay, lastDay, note } = draft
  if (areaId === null) return null
  return {
    role,
    areaId,
    from: fromDay === null ? null : startOfDay(fromDay),
    until: lastDay === null ? null : endOfDay(lastDay),
    note: note.trim(),
  }
}
