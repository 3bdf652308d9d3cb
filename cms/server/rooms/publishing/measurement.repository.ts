import { z } from 'zod'
import type { Orientation } from '../../../../shared/contract/primitives.js'
import type { Db } from '../../db/database.js'
import type { Finding } from '../../../../templates/frame/finding.js'

export type Measurement = {
  orientation: Orientation
  textStep: number
  pages: number
  findings: Finding[]
}

const findingsSchema: z.ZodType<Finding[]> = z.array(
  z.object({
    kind: z.enum(['CLIP', 'OVER', 'FLOOR', 'SAFE', 'CONTRAST']),
    selector: z.string(),
    text: z.string(),
    measured: z.number(),
    allowed: z.number(),
  }),
)

export type MeasurementRepository = ReturnType<typeof measurementRepository>

/** What was measured of a document, by its hash: the same bytes, the same result. */
export function measurementRepository(db: Db) {
  return {
    async list(sha256: string): Promise<Measurement[]> {
      const rows = await db
        .selectFrom('slide_measurements')
        .selectAll()
        .where('sha256', '=', sha256)
        .execute()
      return rows.map((row) => ({
        orientation: row.orientation === 'portrait' ? 'portrait' : 'landscape',
        textStep: row.text_step,
        pages: row.pages,
        findings: findingsSchema.parse(JSON.parse(row.findings_json)),
      }))
    },

    /** Two who measure at once find the same: the first one is kept. */
    async save(sha256: string, one: Measurement, at: string): Promise<void> {
      await db
        .insertInto('slide_measurements')
        .values({
          sha256,
          orientation: one.orientation,
          text_step: one.textStep,
          pages: one.pages,
          findings_json: JSON.stringify(one.findings),
          measured_at: at,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
  }
}
