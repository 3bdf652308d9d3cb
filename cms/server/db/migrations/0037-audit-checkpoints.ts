import { sql } from 'kysely'
import type { Migration } from './migration.js'

/**
 * Sealed checkpoints of the audit, and the one way a line may ever leave: when
 * a checkpoint at or after it says that all up to there is cut.
 */
export const auditCheckpoints: Migration = {
  name: '0037-audit-checkpoints',
  async up(db, dialect) {
    await db.schema
      .createTable('audit_checkpoints')
      .addColumn('number', 'bigint', (c) => c.primaryKey())
      .addColumn('hash', 'text', (c) => c.notNull())
      .addColumn('sealed_at', 'text', (c) => c.notNull())
      .addColumn('sealed', 'text', (c) => c.notNull())
      .addColumn('cut_at', 'text')
      .execute()
    for (const [name, columns] of [
      ['audit_lines_by_actor', ['actor_id', 'number']],
      ['audit_lines_by_area', ['area_id', 'number']],
      ['audit_lines_by_act', ['act', 'number']],
      ['audit_lines_by_time', ['at', 'number']],
    ] as const)
      await db.schema
        .createIndex(name)
        .on('audit_lines')
        .columns([...columns])
        .execute()
    if (dialect === 'sqlite') {
      await sql`drop trigger audit_lines_no_delete`.execute(db)
      await sql`create trigger audit_lines_no_delete before delete on audit_lines
        when not exists (select 1 from audit_checkpoints
          where cut_at is not null and number >= old.number)
        begin select raise(abort, 'audit lines are append-only'); end`.execute(
        db,
      )
      await sql`create trigger audit_checkpoints_no_delete
        before delete on audit_checkpoints
        begin select raise(abort, 'checkpoints are append-only'); end`.execute(
        db,
      )
      await sql`create trigger audit_checkpoints_no_update
        before update of number, hash, sealed_at, sealed on audit_checkpoints
        begin select raise(abort, 'checkpoints are append-only'); end`.execute(
        db,
      )
      return
    }
    await sql`drop trigger audit_lines_append_only on audit_lines`.execute(db)
    await sql`create trigger audit_lines_append_only
      before update or truncate on audit_lines
      for each statement execute function refuse_audit_change()`.execute(db)
    await sql`create function refuse_audit_delete() returns trigger as
      $$ begin
        if exists (select 1 from audit_checkpoints
          where cut_at is not null and number >= old.number) then return old;
        end if;
        raise exception 'audit lines are append-only';
      end $$ language plpgsql`.execute(db)
    await sql`create trigger audit_lines_no_delete before delete on audit_lines
      for each row execute function refuse_audit_delete()`.execute(db)
    await sql`create trigger audit_checkpoints_append_only
      before update of number, hash, sealed_at, sealed or delete or truncate
      on audit_checkpoints
      for each statement execute function refuse_audit_change()`.execute(db)
  },
}
