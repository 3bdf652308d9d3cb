import type { RevisionInput } from '../../../../shared/contract/api/bulletins.js'
import type { Db } from '../../db/database.js'
import type { RevisionRow } from '../../db/tables/publishing.js'

/** Field values, audience and schedule as one person asked for approval. */
export type Revision = {
  id: string
  bulletinId: string
  number: number
  /** Who began it. */
  authorId: string
  /** All who wrote in it, the author among them. */
  editors: readonly string[]
  body: RevisionInput
  createdAt: string
  submittedAt: string | null
}

export type RevisionRepository = ReturnType<typeof revisionRepository>

export function revisionRepository(db: Db) {
  return {
    async find(id: string): Promise<Revision | null> {
      const row = await db
        .selectFrom('revisions')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? fromRow(row) : null
    },

    async listByIds(ids: readonly string[]): Promise<Revision[]> {
      if (ids.length === 0) return []
      const rows = await db
        .selectFrom('revisions')
        .selectAll()
        .where('id', 'in', ids)
        .execute()
      return rows.map(fromRow)
    },

    /** The revision of this number. */
    async findByNumber(
      bulletinId: string,
      number: number,
    ): Promise<Revision | null> {
      const row = await db
        .selectFrom('revisions')
        .selectAll()
        .where('bulletin_id', '=', bulletinId)
        .where('number', '=', number)
        .executeTakeFirst()
      return row ? fromRow(row) : null
    },

    /** All of one bulletin, newest first, at most `limit`. */
    async listOf(bulletinId: string, limit: number): Promise<Revision[]> {
      const rows = await db
        .selectFrom('revisions')
        .selectAll()
        .where('bulletin_id', '=', bulletinId)
        .orderBy('number', 'desc')
        .limit(limit)
        .execute()
      return rows.map(fromRow)
    },

    async nextNumber(bulletinId: string): Promise<number> {
      const row = await db
        .selectFrom('revisions')
        .select((eb) => eb.fn.max('number').as('last'))
        .where('bulletin_id', '=', bulletinId)
        .executeTakeFirst()
      return Number(row?.last ?? 0) + 1
    },

    async insert(revision: Revision): Promise<void> {
      await db.insertInto('revisions').values(toRow(revision)).execute()
    },

    /** Changes a revision that nobody was asked to approve yet; else throws. */
    async saveDraft(
      id: string,
      draft: Pick<Revision, 'body' | 'editors'>,
    ): Promise<void> {
      const result = await db
        .updateTable('revisions')
        .set({
          body_json: JSON.stringify(draft.body),
          editors_json: JSON.stringify(draft.editors),
        })
        .where('id', '=', id)
        .where('submitted_at', 'is', null)
        .executeTakeFirst()
      if (result.numUpdatedRows === 0n)
        throw new Error('a submitted revision does not change')
    },

    /** From here on it never changes. */
    async saveSubmitted(id: string, at: string): Promise<void> {
      await db
        .updateTable('revisions')
        .set({ submitted_at: at })
        .where('id', '=', id)
        .where('submitted_at', 'is', null)
        .execute()
    },
  }
}

function toRow(revision: Revision): RevisionRow {
  return {
    id: revision.id,
    bulletin_id: revision.bulletinId,
    number: revision.number,
    author_id: revision.authorId,
    editors_json: JSON.stringify(revision.editors),
    body_json: JSON.stringify(revision.body),
    created_at: revision.createdAt,
    submitted_at: revision.submittedAt,
  }
}

function fromRow(row: RevisionRow): Revision {
  return {
    id: row.id,
    bulletinId: row.bulletin_id,
    number: row.number,
    authorId: row.author_id,
    editors: JSON.parse(row.editors_json) as string[],
    body: JSON.parse(row.body_json) as RevisionInput,
    createdAt: row.created_at,
    submittedAt: row.submitted_at,
  }
}
