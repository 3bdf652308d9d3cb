import type { AreaKind } from '../../../../shared/contract/api/areas.js'
import type { Db } from '../../db/database.js'

export type Area = {
  id: string
  parentId: string | null
  kind: AreaKind
  name: string
  /** Ids from the root down to the area itself. */
  path: string[]
}

export type AreaWithCode = Area & { code: string | null }

export type AreaRepository = ReturnType<typeof areaRepository>

/** The area tree. Paths are kept, so that a subtree is one range of a text. */
export function areaRepository(db: Db) {
  const columns = ['id', 'parent_id', 'kind', 'name', 'path'] as const
  return {
    async find(id: string): Promise<Area | null> {
      const row = await db
        .selectFrom('areas')
        .select(columns)
        .where('id', '=', id)
        .executeTakeFirst()
      return row === undefined ? null : toArea(row)
    },

    /** The only area without a parent; null before the first start. */
    async findRoot(): Promise<Area | null> {
      const row = await db
        .selectFrom('areas')
        .select(columns)
        .where('parent_id', 'is', null)
        .orderBy('created_at')
        .executeTakeFirst()
      return row === undefined ? null : toArea(row)
    },

    /** Parents before children, with the code valid on the day (yyyy-MM-dd). */
    async list(day: string): Promise<AreaWithCode[]> {
      const rows = await db
        .selectFrom('areas')
        .leftJoin('area_codes', (join) =>
          join
            .onRef('area_codes.area_id', '=', 'areas.id')
            .on('area_codes.valid_from', '<=', day)
            .on((eb) =>
              eb.or([
                eb('area_codes.valid_until', 'is', null),
                eb('area_codes.valid_until', '>', day),
              ]),
            ),
        )
        .select([
          'areas.id',
          'areas.parent_id',
          'areas.kind',
          'areas.name',
          'areas.path',
          'area_codes.code',
        ])
        .orderBy('areas.path')
        .execute()
      return rows.map((row) => ({ ...toArea(row), code: row.code }))
    },

    /** The areas themselves and everything below them. */
    async listBelow(ids: readonly string[]): Promise<Area[]> {
      if (ids.length === 0) return []
      const rows = await db
        .selectFrom('areas')
        .innerJoin('areas as top', (join) =>
          // Not LIKE: an id may hold '_', which there stands for anything.
          join.on((eb) =>
            eb(
              eb.fn<string>('substr', [
                'areas.path',
                eb.val(1),
                eb.fn<number>('length', ['top.path']),
              ]),
              '=',
              eb.ref('top.path'),
            ),
          ),
        )
        .select(columns.map((column) => `areas.${column}` as const))
        .distinct()
        .where('top.id', 'in', [...ids])
        .execute()
      return rows.map(toArea)
    },

    async add(area: Area, createdAt: string): Promise<void> {
      await db
        .insertInto('areas')
        .values({
          id: area.id,
          parent_id: area.parentId,
          kind: area.kind,
          name: area.name,
          path: `/${area.path.join('/')}/`,
          created_at: createdAt,
        })
        .execute()
    },

    async addCode(code: {
      areaId: string
      code: string
      from: string
      until: string | null
    }): Promise<void> {
      await db
        .insertInto('area_codes')
        .values({
          area_id: code.areaId,
          code: code.code,
          valid_from: code.from,
          valid_until: code.until,
        })
        .execute()
    },

    async names(ids: readonly string[]): Promise<Map<string, string>> {
      if (ids.length === 0) return new Map()
      const rows = await db
        .selectFrom('areas')
        .select(['id', 'name'])
        .where('id', 'in', [...new Set(ids)])
        .execute()
      return new Map(rows.map((row) => [row.id, row.name]))
    },
  }
}

function toArea(row: {
  id: string
  parent_id: string | null
  kind: string
  name: string
  path: string
}): Area {
  return {
    id: row.id,
    parentId: row.parent_id,
    kind: row.kind as AreaKind,
    name: row.name,
    path: row.path.split('/').filter((part) => part !== ''),
  }
}
