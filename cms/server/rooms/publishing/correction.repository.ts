import type { CorrectionSummary } from '../../../../shared/contract/api/corrections.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Db } from '../../db/database.js'
import type { CorrectionRow } from '../../db/tables/bulletin-way.js'

export type CorrectionItem = {
  bulletinId: string
  ownerAreaId: string
  revisionId: string
  /** What screens show when it is proposed. */
  releaseId: string
  pointers: readonly string[]
  /** What took its place; null until it is approved. */
  correctedReleaseId: string | null
}
export type Correction = Omit<CorrectionSummary, 'bulletins'> & {
  proposedBy: string
  items: readonly CorrectionItem[]
}

export type CorrectionRepository = ReturnType<typeof correctionRepository>

export function correctionRepository(db: Db) {
  return {
    async insert(correction: Correction): Promise<void> {
      await db.insertInto('corrections').values(toRow(correction)).execute()
    },

    /** Throws correction.not_found. */
    async get(id: string): Promise<Correction> {
      const row = await db
        .selectFrom('corrections')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      if (!row) throw new AppError('correction.not_found', { id })
      return fromRow(row)
    },

    /** Newest first. */
    async list(limit: number): Promise<Correction[]> {
      const rows = await db
        .selectFrom('corrections')
        .selectAll()
        .orderBy('proposed_at', 'desc')
        .limit(limit)
        .execute()
      return rows.map(fromRow)
    },

    /** Decides it once; throws correction.decided when somebody was faster. */
    async saveDecided(correction: Correction): Promise<void> {
      const result = await db
        .updateTable('corrections')
        .set(toRow(correction))
        .where('id', '=', correction.id)
        .where('state', '=', 'submitted')
        .executeTakeFirst()
      if (result.numUpdatedRows === 0n)
        throw new AppError('correction.decided', { id: correction.id })
    },
  }
}

function toRow(correction: Correction): CorrectionRow {
  return {
    id: correction.id,
    state: correction.state,
    text: correction.text,
    replacement: correction.replacement,
    reason: correction.reason,
    items_json: JSON.stringify(correction.items),
    proposed_at: correction.proposedAt,
    proposed_by: correction.proposedBy,
    proposed_by_name: correction.proposedByName,
    decided_at: correction.decidedAt,
    decided_by_name: correction.decidedByName,
    note: correction.note,
  }
}

function fromRow(row: CorrectionRow): Correction {
  return {
    id: row.id,
    state: row.state as Correction['state'],
    text: row.text,
    replacement: row.replacement,
    reason: row.reason,
    items: JSON.parse(row.items_json) as CorrectionItem[],
    proposedAt: row.proposed_at,
    proposedBy: row.proposed_by,
    proposedByName: row.proposed_by_name,
    decidedAt: row.decided_at,
    decidedByName: row.decided_by_name,
    note: row.note,
  }
}
