import type { Db } from '../../db/database.js'
import type { Interval } from './interval.rules.js'

export type DatedName = Interval & { name: string }
export type DatedCode = Interval & { code: string }
export type AreaMerge = {
  fromId: string
  toId: string
  on: string
  partial: boolean
}
/** All that an area ever was called. */
export type AreaRecord = {
  names: DatedName[]
  codes: DatedCode[]
  aliases: string[]
}

/** Names, codes and aliases through time, and what became of areas. */
export function areaHistoryRepository(db: Db) {
  return {
    /** Of these areas, or of all; oldest first. */
    async listRecords(
      ids?: readonly string[],
    ): Promise<Map<string, AreaRecord>> {
      const records = new Map<string, AreaRecord>()
      const of = (id: string): AreaRecord => {
        const found = records.get(id)
        if (found) return found
        const made: AreaRecord = { names: [], codes: [], aliases: [] }
        records.set(id, made)
        return made
      }
      const only = ids === undefined ? null : [...ids]
      if (only?.length === 0) return records
      const names = await db
        .selectFrom('area_names')
        .selectAll()
        .$if(only !== null, (query) => query.where('area_id', 'in', only!))
        .orderBy('valid_from')
        .execute()
      for (const row of names)
        of(row.area_id).names.push({ name: row.name, ...intervalOf(row) })
      const codes = await db
        .selectFrom('area_codes')
        .selectAll()
        .$if(only !== null, (query) => query.where('area_id', 'in', only!))
        .orderBy('valid_from')
        .execute()
      for (const row of codes)
        of(row.area_id).codes.push({ code: row.code, ...intervalOf(row) })
      const aliases = await db
        .selectFrom('area_aliases')
        .selectAll()
        .$if(only !== null, (query) => query.where('area_id', 'in', only!))
        .orderBy('alias')
        .execute()
      for (const row of aliases) of(row.area_id).aliases.push(row.alias)
      return records
    },

    /** Every area that ever had the code, with the time it had it. */
    async listByCode(code: string): Promise<(Interval & { areaId: string })[]> {
      const rows = await db
        .selectFrom('area_codes')
        .selectAll()
        .where('code', '=', code)
        .orderBy('valid_from')
        .execute()
      return rows.map((row) => ({ areaId: row.area_id, ...intervalOf(row) }))
    },

    async saveNames(id: string, names: readonly DatedName[]): Promise<void> {
      await db.deleteFrom('area_names').where('area_id', '=', id).execute()
      const rows = names.map(({ name, from, until }) => ({
        area_id: id,
        name,
        valid_from: from,
        valid_until: until,
      }))
      if (rows.length > 0)
        await db.insertInto('area_names').values(rows).execute()
    },

    async saveCodes(id: string, codes: readonly DatedCode[]): Promise<void> {
      await db.deleteFrom('area_codes').where('area_id', '=', id).execute()
      const rows = codes.map(({ code, from, until }) => ({
        area_id: id,
        code,
        valid_from: from,
        valid_until: until,
      }))
      if (rows.length > 0)
        await db.insertInto('area_codes').values(rows).execute()
    },

    async saveAliases(id: string, aliases: readonly string[]): Promise<void> {
      await db.deleteFrom('area_aliases').where('area_id', '=', id).execute()
      const rows = [...new Set(aliases)].map((alias) => ({
        area_id: id,
        alias,
      }))
      if (rows.length > 0)
        await db.insertInto('area_aliases').values(rows).execute()
    },

    /** Edges that begin or end at any of these areas, or all. */
    async listMerges(ids?: readonly string[]): Promise<AreaMerge[]> {
      const only = ids === undefined ? null : [...ids]
      if (only?.length === 0) return []
      const rows = await db
        .selectFrom('area_merges')
        .selectAll()
        .$if(only !== null, (query) =>
          query.where((eb) =>
            eb.or([eb('from_id', 'in', only!), eb('to_id', 'in', only!)]),
          ),
        )
        .orderBy('merged_on')
        .orderBy('from_id')
        .execute()
      return rows.map((row) => ({
        fromId: row.from_id,
        toId: row.to_id,
        on: row.merged_on,
        partial: row.partial === 1,
      }))
    },

    async addMerge({ fromId, toId, on, partial }: AreaMerge): Promise<void> {
      await db
        .insertInto('area_merges')
        .values({
          from_id: fromId,
          to_id: toId,
          merged_on: on,
          partial: partial ? 1 : 0,
        })
        .execute()
    },

    /** The number of acts on areas so far. */
    async treeVersion(): Promise<number> {
      const row = await db
        .selectFrom('area_tree')
        .select('version')
        .executeTakeFirst()
      return Number(row?.version ?? 0)
    },

    /**
     * Counts an act over exactly the version it was planned on; false when
     * somebody was faster. Holds the tree until the transaction ends.
     */
    async claimTree(version: number): Promise<boolean> {
      const done = await db
        .updateTable('area_tree')
        .set((eb) => ({ version: eb('version', '+', 1) }))
        .where('version', '=', version)
        .executeTakeFirst()
      return Number(done.numUpdatedRows) === 1
    },

    async touchTree(): Promise<void> {
      await db
        .updateTable('area_tree')
        .set((eb) => ({ version: eb('version', '+', 1) }))
        .execute()
    },
  }
}

function intervalOf(row: {
  valid_from: string
  valid_until: string | null
}): Interval {
  return { from: row.valid_from, until: row.valid_until }
}
