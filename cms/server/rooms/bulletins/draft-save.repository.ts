import type { RevisionInput } from '../../../../shared/contract/api/bulletins.js'
import type { Db } from '../../db/database.js'
import { newId } from '../../db/new-id.js'
import type { DraftSaveRow } from '../../db/tables/bulletin-way.js'

export type DraftSave = {
  id: string
  revisionNumber: number
  authorName: string
  beganAt: string
  savedAt: string
  body: RevisionInput
}

export type NewDraftSave = {
  bulletinId: string
  revisionNumber: number
  author: { id: string; displayName: string }
  at: string
  body: RevisionInput
}

/** Autosave comes every second; a person looks back by minutes. */
const GATHER_MS = 5 * 60_000
const KEPT_PER_BULLETIN = 200

export type DraftSaveRepository = ReturnType<typeof draftSaveRepository>

/** What people wrote, kept so that nothing anybody typed is ever lost. */
export function draftSaveRepository(db: Db) {
  const newest = (bulletinId: string) =>
    db
      .selectFrom('draft_saves')
      .selectAll()
      .where('bulletin_id', '=', bulletinId)
      .orderBy('saved_at', 'desc')
      .orderBy('id', 'desc')

  async function dropOldest(bulletinId: string): Promise<void> {
    const rest = await newest(bulletinId)
      .select('id')
      .offset(KEPT_PER_BULLETIN)
      .limit(KEPT_PER_BULLETIN)
      .execute()
    const ids = rest.map(({ id }) => id)
    if (ids.length > 0)
      await db.deleteFrom('draft_saves').where('id', 'in', ids).execute()
  }

  return {
    /** One line per person, revision and five minutes; the last words count. */
    async add(save: NewDraftSave): Promise<void> {
      const last = await newest(save.bulletinId).limit(1).executeTakeFirst()
      const gathers =
        last?.author_id === save.author.id &&
        last.revision_number === save.revisionNumber &&
        Date.parse(save.at) - Date.parse(last.began_at) < GATHER_MS
      const body_json = JSON.stringify(save.body)
      if (gathers) {
        await db
          .updateTable('draft_saves')
          .set({ body_json, saved_at: save.at })
          .where('id', '=', last.id)
          .execute()
        return
      }
      await db
        .insertInto('draft_saves')
        .values({
          id: newId(),
          bulletin_id: save.bulletinId,
          revision_number: save.revisionNumber,
          author_id: save.author.id,
          author_name: save.author.displayName,
          began_at: save.at,
          saved_at: save.at,
          body_json,
        })
        .execute()
      await dropOldest(save.bulletinId)
    },

    /** Newest first. */
    async list(bulletinId: string): Promise<DraftSave[]> {
      const rows = await newest(bulletinId).limit(KEPT_PER_BULLETIN).execute()
      return rows.map(fromRow)
    },

    async find(bulletinId: string, id: string): Promise<DraftSave | null> {
      const row = await db
        .selectFrom('draft_saves')
        .selectAll()
        .where('bulletin_id', '=', bulletinId)
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? fromRow(row) : null
    },
  }
}

function fromRow(row: DraftSaveRow): DraftSave {
  return {
    id: row.id,
    revisionNumber: row.revision_number,
    authorName: row.author_name,
    beganAt: row.began_at,
    savedAt: row.saved_at,
    body: JSON.parse(row.body_json) as RevisionInput,
  }
}
