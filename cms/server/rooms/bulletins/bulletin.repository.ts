/** Bulletins as the database keeps them, and the way they are searched. */
import type {
  BulletinState,
  Remark,
  RevisionInput,
} from '../../../../shared/contract/api/bulletins.js'
import type { Category } from '../../../../shared/contract/template.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Db } from '../../db/database.js'
import type { BulletinRow } from '../../db/tables/publishing.js'

export type Bulletin = {
  id: string
  ownerAreaId: string
  /** As it was called when the bulletin was made. */
  ownerAreaName: string
  authorId: string
  authorName: string
  state: BulletinState
  category: Category
  templateId: string
  title: string
  /** Folded title and text. */
  search: string
  priority: RevisionInput['priority']
  version: number
  /** Its newest revision. */
  revisionId: string
  liveRevisionNumber: number | null
  returnedBecause: string | null
  createdAt: string
  updatedAt: string
  liveSince: string | null
  expiresAt: string | null
  submittedAt: string | null
  submittedBy: string | null
  submittedByName: string | null
  remarks: readonly Remark[]
  /** Of what is released. */
  notBefore: string | null
  /** Who last saved a draft. */
  changedByName: string | null
}

/** What a bulletin has before anybody asked for anything. */
export const NOTHING_ASKED = {
  submittedAt: null,
  submittedBy: null,
  submittedByName: null,
  remarks: [],
  notBefore: null,
  changedByName: null,
} as const

export type BulletinFilter = {
  /** Null: every area. */
  ownerAreaIds: readonly string[] | null
  state?: BulletinState | undefined
  category?: Category | undefined
  /** Folded. */
  words?: readonly string[] | undefined
  /** The last one of the page before. */
  after?: { updatedAt: string; id: string } | undefined
  limit: number
}

export type BulletinRepository = ReturnType<typeof bulletinRepository>

export function bulletinRepository(db: Db) {
  const repository = {
    async find(id: string): Promise<Bulletin | null> {
      const row = await db
        .selectFrom('bulletins')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? bulletinFromRow(row) : null
    },

    /** Throws bulletin.not_found. */
    async get(id: string): Promise<Bulletin> {
      const bulletin = await repository.find(id)
      if (!bulletin) throw new AppError('bulletin.not_found', { id })
      return bulletin
    },

    async insert(bulletin: Bulletin): Promise<void> {
      await db.insertInto('bulletins').values(toRow(bulletin)).execute()
    },

    /**
     * Saves over exactly the version that was read; throws bulletin.conflict
     * when somebody was faster. `bulletin.version` is the new one.
     */
    async save(bulletin: Bulletin, readVersion: number): Promise<void> {
      const result = await db
        .updateTable('bulletins')
        .set(toRow(bulletin))
        .where('id', '=', bulletin.id)
        .where('version', '=', readVersion)
        .executeTakeFirst()
      if (result.numUpdatedRows === 0n)
        throw new AppError('bulletin.conflict', { id: bulletin.id })
    },

    /** Whose embargo is over at the instant, but which still wait. */
    async listDue(now: string): Promise<Bulletin[]> {
      const rows = await db
        .selectFrom('bulletins')
        .selectAll()
        .where('live_revision_number', 'is not', null)
        .where('not_before', '<=', now)
        .execute()
      return rows.map(bulletinFromRow)
    },

    /** Newest change first, at most `limit`. */
    async list(filter: BulletinFilter): Promise<Bulletin[]> {
      let query = db.selectFrom('bulletins').selectAll()
      const { ownerAreaIds, state, category, words = [], after } = filter
      if (ownerAreaIds) {
        if (ownerAreaIds.length === 0) return []
        query = query.where('owner_area_id', 'in', ownerAreaIds)
      }
      // "Live" is what screens show, also while its next revision is written.
      if (state === 'live')
        query = query
          .where('live_revision_number', 'is not', null)
          .where('state', '!=', 'waiting')
      else if (state) query = query.where('state', '=', state)
      if (category) query = query.where('category', '=', category)
      for (const word of words)
        query = query.where((eb) =>
          eb('search', 'like', `%${word.replace(/[\\%_]/g, '')}%`),
        )
      if (after)
        query = query.where((eb) =>
          eb.or([
            eb('updated_at', '<', after.updatedAt),
            eb.and([
              eb('updated_at', '=', after.updatedAt),
              eb('id', '<', after.id),
            ]),
          ]),
        )
      const rows = await query
        .orderBy('updated_at', 'desc')
        .orderBy('id', 'desc')
        .limit(filter.limit)
        .execute()
      return rows.map(bulletinFromRow)
    },
  }
  return repository
}

function toRow(bulletin: Bulletin): BulletinRow {
  return {
    id: bulletin.id,
    owner_area_id: bulletin.ownerAreaId,
    owner_area_name: bulletin.ownerAreaName,
    author_id: bulletin.authorId,
    author_name: bulletin.authorName,
    state: bulletin.state,
    category: bulletin.category,
    template_id: bulletin.templateId,
    title: bulletin.title,
    search: bulletin.search,
    priority: bulletin.priority,
    version: bulletin.version,
    revision_id: bulletin.revisionId,
    live_revision_number: bulletin.liveRevisionNumber,
    returned_because: bulletin.returnedBecause,
    created_at: bulletin.createdAt,
    updated_at: bulletin.updatedAt,
    live_since: bulletin.liveSince,
    expires_at: bulletin.expiresAt,
    submitted_at: bulletin.submittedAt,
    submitted_by: bulletin.submittedBy,
    submitted_by_name: bulletin.submittedByName,
    remarks_json: JSON.stringify(bulletin.remarks),
    not_before: bulletin.notBefore,
    changed_by_name: bulletin.changedByName,
  }
}

/** A row as the room knows it; for the other readers of the same table. */
export function bulletinFromRow(row: BulletinRow): Bulletin {
  return {
    id: row.id,
    ownerAreaId: row.owner_area_id,
    ownerAreaName: row.owner_area_name,
    authorId: row.author_id,
    authorName: row.author_name,
    state: row.state as BulletinState,
    category: row.category as Category,
    templateId: row.template_id,
    title: row.title,
    search: row.search,
    priority: row.priority as Bulletin['priority'],
    version: row.version,
    revisionId: row.revision_id,
    liveRevisionNumber: row.live_revision_number,
    returnedBecause: row.returned_because,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    liveSince: row.live_since,
    expiresAt: row.expires_at,
    submittedAt: row.submitted_at,
    submittedBy: row.submitted_by,
    submittedByName: row.submitted_by_name,
    remarks: JSON.parse(row.remarks_json ?? '[]') as Remark[],
    notBefore: row.not_before,
    changedByName: row.changed_by_name,
  }
}
