import type { Db } from '../../db/database.js'
import type { AuditFacts, AuditLine } from './audit-chain.rules.js'

export type AuditRepository = ReturnType<typeof auditRepository>

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
      return rows.map((row) => {
        const facts: AuditFacts = {
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
        }
        return { ...facts, hash: row.hash }
      })
    },
  }
}
