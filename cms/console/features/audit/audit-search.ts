// What the page of the audit looks for; it stands in the address, so that a
// view can be kept and sent on.
import { z } from 'zod'
import type { QueryOf } from '../../../../shared/contract/endpoints.js'
import { addDays, instantAt } from '../../ui/time.js'

const text = z.string().min(1).max(200).optional().catch(undefined)
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .optional()
  .catch(undefined)

export const auditSearchSchema = z.object({
  tim: text,
  viec: text,
  diaBan: text,
  nguoi: text,
  doiTuong: text,
  tu: day,
  den: day,
})
export type AuditSearch = z.infer<typeof auditSearchSchema>

/** The same as the API asks for it: days are days here, both included. */
export function auditFilterOf(
  search: AuditSearch,
): NonNullable<QueryOf<'listAudit'>> {
  const { tim, viec, diaBan, nguoi, doiTuong, tu, den } = search
  return {
    ...(tim !== undefined && { q: tim }),
    ...(viec !== undefined && { act: viec }),
    ...(diaBan !== undefined && { areaId: diaBan }),
    ...(nguoi !== undefined && { personId: nguoi }),
    ...(doiTuong !== undefined && { subjectId: doiTuong }),
    ...(tu !== undefined && { from: instantAt(tu, '00:00') }),
    ...(den !== undefined && { until: instantAt(addDays(den, 1), '00:00') }),
  }
}
