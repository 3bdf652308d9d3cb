import { sql, type Kysely } from 'kysely'
import type { Migration } from './migration.js'

/**
 * From which session or token an act came, words to search by, one checkpoint
 * a day, and how long lines are kept. A checkpoint can only be made of a line
 * that stands there, and be marked as cut once, later.
 */
export const auditWhole: Migration = {
  name: '0063-audit-whole',
  async up(db, dialect) {
    for (const name of ['via', 'words'])
      await db.schema
        .alterTable('audit_lines')
        .addColumn(name, 'text')
        .execute()
    await db.schema
      .alterTable('audit_checkpoints')
      .addColumn('day', 'text')
      .execute()
    await db.schema
      .createIndex('audit_checkpoints_by_day')
      .unique()
      .on('audit_checkpoints')
      .column('day')
      .execute()
    await db.schema
      .createTable('audit_settings')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('keep_months', 'integer')
      .execute()
    await sql`insert into audit_settings (id, keep_months)
      values (1, null)`.execute(db)
    await (dialect === 'sqlite' ? guardSqlite(db) : guardPostgres(db))
  },
}

async function guardSqlite(db: Kysely<unknown>): Promise<void> {
  await sql`create trigger audit_checkpoints_true
    before insert on audit_checkpoints
    when new.cut_at is not null or not exists (select 1 from audit_lines
      where number = new.number and hash = new.hash)
    begin select raise(abort, 'a checkpoint vouches for a line that is there');
    end`.execute(db)
  await sql`create trigger audit_checkpoints_cut_once
    before update of cut_at, day on audit_checkpoints
    when old.cut_at is not null or new.cut_at is null
      or new.day is not old.day
    begin select raise(abort, 'checkpoints are append-only'); end`.execute(db)
  await sql`create trigger audit_head_stays before delete on audit_head
    begin select raise(abort, 'audit lines are append-only'); end`.execute(db)
  await sql`create trigger audit_head_goes_on before update on audit_head
    when new.number < old.number
    begin select raise(abort, 'audit lines are append-only'); end`.execute(db)
}

async function guardPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`create function refuse_false_checkpoint() returns trigger as
    $$ begin
      if new.cut_at is not null or not exists (select 1 from audit_lines
        where number = new.number and hash = new.hash) then
        raise exception 'a checkpoint vouches for a line that is there';
      end if;
      return new;
    end $$ language plpgsql`.execute(db)
  await sql`create trigger audit_checkpoints_true
    before insert on audit_checkpoints
    for each row execute function refuse_false_checkpoint()`.execute(db)
  await sql`create function refuse_second_cut() returns trigger as
    $$ begin
      if old.cut_at is not null or new.cut_at is null
        or new.day is distinct from old.day then
        raise exception 'checkpoints are append-only';
      end if;
      return new;
    end $$ language plpgsql`.execute(db)
  await sql`create trigger audit_checkpoints_cut_once
    before update on audit_checkpoints
    for each row execute function refuse_second_cut()`.execute(db)
  await sql`create function refuse_head_back() returns trigger as
    $$ begin
      if tg_op = 'UPDATE' and new.number >= old.number then return new; end if;
      raise exception 'audit lines are append-only';
    end $$ language plpgsql`.execute(db)
  await sql`create trigger audit_head_goes_on before update or delete
    on audit_head for each row execute function refuse_head_back()`.execute(db)
}
