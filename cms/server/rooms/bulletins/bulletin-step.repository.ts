import type { BulletinStep } from '../../../../shared/contract/api/bulletin-history.js'
import type { Remark } from '../../../../shared/contract/api/bulletins.js'
import type { Db } from '../../db/database.js'
import { newId } from '../../db/new-id.js'
import type { Actor } from '../accounts/actor.js'

export type NewStep = {
  bulletinId: string
  at: string
  actor: Pick<Actor, 'id' | 'displayName'>
  act: string
  revisionNumber: number
  note?: string | null
  remarks?: readonly Remark[]
}

export type BulletinStepRepository = ReturnType<typeof bulletinStepRepository>

/** What happened to each bulletin, for those who work on it. */
export function bulletinStepRepository(db: Db) {
  return {
    async insert(step: NewStep): Promise<void> {
      await db
        .insertInto('bulletin_steps')
        .values({
          id: newId(),
          bulletin_id: step.bulletinId,
          at: step.at,
          actor_id: step.actor.id,
          actor_name: step.actor.displayName,
          act: step.act,
          revision_number: step.revisionNumber,
          note: step.note ?? null,
          remarks_json: JSON.stringify(step.remarks ?? []),
        })
        .execute()
    },

    /** Newest first. */
    async list(bulletinId: string, limit: number): Promise<BulletinStep[]> {
      const rows = await db
        .selectFrom('bulletin_steps')
        .selectAll()
        .where('bulletin_id', '=', bulletinId)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map((row) => ({
        id: row.id,
        at: row.at,
        actorName: row.actor_name,
        act: row.act,
        revisionNumber: row.revision_number,
        note: row.note,
        remarks: JSON.parse(row.remarks_json) as Remark[],
      }))
    },
  }
}
