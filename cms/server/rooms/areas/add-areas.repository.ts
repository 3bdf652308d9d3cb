import type { Db } from '../../db/database.js'
import type { AreaRecord } from './area-history.repository.js'

type NewArea = AreaRecord & {
  id: string
  parentId: string | null
  kind: string
  name: string
  path: readonly string[]
  validFrom: string
  validUntil: string | null
  tags: readonly string[]
}

/** Rows in one statement; SQLite takes 32,766 values at most. */
const CHUNK = 400

/**
 * Many new areas with all they are called, without asking for each whether it
 * fits: who calls has planned them over the whole tree. Parents come first.
 */
export async function addAreas(
  db: Db,
  added: readonly { state: NewArea; search: string }[],
  createdAt: string,
): Promise<void> {
  for (let at = 0; at < added.length; at += CHUNK) {
    const chunk = added.slice(at, at + CHUNK)
    await db
      .insertInto('areas')
      .values(
        chunk.map(({ state, search }) => ({
          id: state.id,
          parent_id: state.parentId,
          kind: state.kind,
          name: state.name,
          path: `/${state.path.join('/')}/`,
          created_at: createdAt,
          valid_from: state.validFrom,
          valid_until: state.validUntil,
          tags_json: JSON.stringify(state.tags),
          search,
        })),
      )
      .execute()
    const all = chunk.map(({ state }) => state)
    const span = ({ from, until }: { from: string; until: string | null }) => ({
      valid_from: from,
      valid_until: until,
    })
    const names = all.flatMap(({ id, names }) =>
      names.map((one) => ({ area_id: id, name: one.name, ...span(one) })),
    )
    await db.insertInto('area_names').values(names).execute()
    const codes = all.flatMap(({ id, codes }) =>
      codes.map((one) => ({ area_id: id, code: one.code, ...span(one) })),
    )
    if (codes.length > 0)
      await db.insertInto('area_codes').values(codes).execute()
    const aliases = all.flatMap(({ id, aliases }) =>
      aliases.map((alias) => ({ area_id: id, alias })),
    )
    if (aliases.length > 0)
      await db.insertInto('area_aliases').values(aliases).execute()
  }
}
