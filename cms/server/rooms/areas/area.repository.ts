import type { Selectable } from 'kysely'
import type { AreaKind } from '../../../../shared/contract/api/areas.js'
import type { Db } from '../../db/database.js'
import type { AreasTables } from '../../db/tables/areas.js'
import { addAreas } from './add-areas.repository.js'
import { areaHistoryRepository } from './area-history.repository.js'
import { BEGINNING } from './interval.rules.js'

export type Area = {
  id: string
  parentId: string | null
  kind: AreaKind
  name: string
  /** Ids from the root down to the area itself. */
  path: string[]
  /** First day it was; first day it no longer is, null while it is. */
  validFrom: string
  validUntil: string | null
  version: number
  tags: string[]
}

export type AreaWithCode = Area & { code: string | null; search: string }

type NewArea = Pick<Area, 'id' | 'parentId' | 'kind' | 'name' | 'path'> &
  Partial<Pick<Area, 'validFrom' | 'validUntil' | 'tags'>>

export type AreaRepository = ReturnType<typeof areaRepository>

const COLUMNS = [
  'id',
  'parent_id',
  'kind',
  'name',
  'path',
  'valid_from',
  'valid_until',
  'version',
  'tags_json',
] as const

/** The area tree. Paths are kept, so that a subtree is one range of a text. */
export function areaRepository(db: Db) {
  const history = areaHistoryRepository(db)
  return {
    ...history,

    addMany: (added: Parameters<typeof addAreas>[1], createdAt: string) =>
      addAreas(db, added, createdAt),

    async find(id: string): Promise<Area | null> {
      const row = await db
        .selectFrom('areas')
        .select(COLUMNS)
        .where('id', '=', id)
        .executeTakeFirst()
      return row === undefined ? null : toArea(row)
    },

    /** The only area without a parent; null before the first start. */
    async findRoot(): Promise<Area | null> {
      const row = await db
        .selectFrom('areas')
        .select(COLUMNS)
        .where('parent_id', 'is', null)
        .orderBy('created_at')
        .executeTakeFirst()
      return row === undefined ? null : toArea(row)
    },

    /**
     * All areas, those that are no more included, parents before children,
     * with the code valid on the day (yyyy-MM-dd).
     */
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
        .select(COLUMNS.map((column) => `areas.${column}` as const))
        .select(['areas.search', 'area_codes.code'])
        .orderBy('areas.path')
        .execute()
      return rows.map((row) => ({
        ...toArea(row),
        search: row.search,
        code: row.code,
      }))
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
        .select(COLUMNS.map((column) => `areas.${column}` as const))
        .distinct()
        .where('top.id', 'in', [...ids])
        .execute()
      return rows.map(toArea)
    },

    /** Direct children that still are. */
    async listChildren(id: string): Promise<Area[]> {
      const rows = await db
        .selectFrom('areas')
        .select(COLUMNS)
        .where('parent_id', '=', id)
        .where('valid_until', 'is', null)
        .execute()
      return rows.map(toArea)
    },

    async add(area: NewArea, createdAt: string): Promise<void> {
      const { validFrom = BEGINNING, validUntil = null, tags = [] } = area
      await db
        .insertInto('areas')
        .values({
          id: area.id,
          parent_id: area.parentId,
          kind: area.kind,
          name: area.name,
          path: pathText(area.path),
          created_at: createdAt,
          valid_from: validFrom,
          valid_until: validUntil,
          tags_json: JSON.stringify(tags),
        })
        .execute()
      await db
        .insertInto('area_names')
        .values({ area_id: area.id, name: area.name, valid_from: validFrom })
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

    /**
     * Keeps what an act changed over exactly the version it saw, and counts
     * the act. False when somebody was faster.
     */
    async save(
      area: Omit<Area, 'path' | 'parentId'>,
      search: string,
    ): Promise<boolean> {
      const done = await db
        .updateTable('areas')
        .set({
          kind: area.kind,
          name: area.name,
          valid_from: area.validFrom,
          valid_until: area.validUntil,
          tags_json: JSON.stringify(area.tags),
          search,
          version: area.version + 1,
        })
        .where('id', '=', area.id)
        .where('version', '=', area.version)
        .executeTakeFirst()
      await history.touchTree()
      return Number(done.numUpdatedRows) === 1
    },

    /** Moves an area and all below it under another parent's path. */
    async savePlace(area: Area, parent: Area): Promise<void> {
      const before = pathText(area.path)
      const after = pathText([...parent.path, area.id])
      await db
        .updateTable('areas')
        .set((eb) => ({
          path: eb(
            eb.val(after),
            '||',
            eb.fn<string>('substr', ['path', eb.val(before.length + 1)]),
          ),
        }))
        .where((eb) =>
          eb(
            eb.fn<string>('substr', ['path', eb.val(1), eb.val(before.length)]),
            '=',
            before,
          ),
        )
        .execute()
      await db
        .updateTable('areas')
        .set({ parent_id: parent.id })
        .where('id', '=', area.id)
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

function pathText(path: readonly string[]): string {
  return `/${path.join('/')}/`
}

type Row = Pick<Selectable<AreasTables['areas']>, (typeof COLUMNS)[number]>

function toArea(row: Row): Area {
  return {
    id: row.id,
    parentId: row.parent_id,
    kind: row.kind as AreaKind,
    name: row.name,
    path: row.path.split('/').filter((part) => part !== ''),
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    version: Number(row.version),
    tags: JSON.parse(row.tags_json) as string[],
  }
}
