import type { Selectable } from 'kysely'
import type { Db } from '../../db/database.js'
import { foldedWords, holdsWord } from '../../db/folded-search.js'
import type { AuditTables } from '../../db/tables/audit.js'
import { wordsOfLine, type AuditLine } from './audit-chain.rules.js'

export type AuditRepository = ReturnType<typeof auditRepository>

type Order = 'asc' | 'desc'

export type AuditFilter = {
  personId?: string | undefined
  subjectKind?: string | undefined
  subjectId?: string | undefined
  /** Null: every line, those of no area too. */
  areaIds: readonly string[] | null
  /** A whole act, or the part before its dot. */
  act?: string | undefined
  from?: string | undefined
  until?: string | undefined
  /** Words of the line, whatever their accents; all have to be in it. */
  q?: string | undefined
}

/** Adds and reads; nothing here can change or remove a line. */
export function auditRepository(db: Db) {
  return {
    /**
     * Takes the next number and the hash to chain to. Holds a row lock until
     * the transaction ends, so that lines of parallel acts cannot fork.
     */
    async takeNext(): Promise<{ number: number; previousHash: string }> {
      const head = await db
        .updateTable('audit_head')
        .set((eb) => ({ number: eb('number', '+', 1) }))
        .where('id', '=', 1)
        .returning(['number', 'hash'])
        .executeTakeFirstOrThrow()
      return { number: head.number, previousHash: head.hash }
    },

    async append(line: AuditLine): Promise<void> {
      await db
        .insertInto('audit_lines')
        .values({
          number: line.number,
          at: line.at,
          actor_id: line.actorId,
          actor_name: line.actorName,
          act: line.act,
          subject_kind: line.subjectKind,
          subject_id: line.subjectId,
          area_id: line.areaId,
          address: line.address,
          details: line.details,
          previous_hash: line.previousHash,
          hash: line.hash,
          via: line.via ?? null,
          words: wordsOfLine(line),
        })
        .execute()
      await db
        .updateTable('audit_head')
        .set({ hash: line.hash })
        .where('id', '=', 1)
        .execute()
    },

    async head(): Promise<{ number: number; hash: string }> {
      return db
        .selectFrom('audit_head')
        .select(['number', 'hash'])
        .where('id', '=', 1)
        .executeTakeFirstOrThrow()
    },

    /** Lines after a number, oldest first. */
    async listAfter(number: number, limit: number): Promise<AuditLine[]> {
      const rows = await db
        .selectFrom('audit_lines')
        .selectAll()
        .where('number', '>', number)
        .orderBy('number')
        .limit(limit)
        .execute()
      return rows.map(toLine)
    },

    /** At most `limit` lines of the filter, newest or oldest first. */
    async list(
      filter: AuditFilter,
      page: { after?: number | undefined; limit: number; order: Order },
    ): Promise<AuditLine[]> {
      if (filter.areaIds?.length === 0) return []
      let query = db.selectFrom('audit_lines').selectAll()
      if (filter.personId) query = query.where('actor_id', '=', filter.personId)
      if (filter.subjectKind)
        query = query.where('subject_kind', '=', filter.subjectKind)
      if (filter.subjectId)
        query = query.where('subject_id', '=', filter.subjectId)
      for (const word of foldedWords(filter.q))
        query = query.where(holdsWord('words', word))
      if (filter.areaIds) query = query.where('area_id', 'in', filter.areaIds)
      if (filter.act?.includes('.')) query = query.where('act', '=', filter.act)
      else if (filter.act)
        query = query
          .where('act', '>=', `${filter.act}.`)
          .where('act', '<', `${filter.act}/`)
      if (filter.from) query = query.where('at', '>=', filter.from)
      if (filter.until) query = query.where('at', '<', filter.until)
      if (page.after !== undefined)
        query = query.where(
          'number',
          page.order === 'asc' ? '>' : '<',
          page.after,
        )
      const rows = await query
        .orderBy('number', page.order)
        .limit(page.limit)
        .execute()
      return rows.map(toLine)
    },
  }
}

function toLine(row: Selectable<AuditTables['audit_lines']>): AuditLine {
  return {
    number: row.number,
    at: row.at,
    actorId: row.actor_id,
    actorName: row.actor_name,
    act: row.act,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    areaId: row.area_id,
    address: row.address,
    details: row.details,
    previousHash: row.previous_hash,
    hash: row.hash,
    ...(row.via === null ? {} : { via: row.via }),
  }
}
