import type { Selectable } from 'kysely'
import type {
  GroupMembers,
  GroupPurpose,
} from '../../../../shared/contract/api/groups.js'
import { foldVietnamese } from '../../../../shared/text/fold.js'
import type { Db } from '../../db/database.js'
import type { AreasTables } from '../../db/tables/areas.js'

export type Group = {
  id: string
  name: string
  purpose: GroupPurpose
  ownerAreaId: string
  members: GroupMembers
  version: number
}

export type GroupRepository = ReturnType<typeof groupRepository>

/** Groups that still are, by name. A removed one stays on record. */
export function groupRepository(db: Db) {
  const open = () =>
    db.selectFrom('screen_groups').selectAll().where('removed_at', 'is', null)
  return {
    async find(id: string): Promise<Group | null> {
      const row = await open().where('id', '=', id).executeTakeFirst()
      return row ? toGroup(row) : null
    },

    async list(): Promise<Group[]> {
      const rows = await open().orderBy('name').orderBy('id').execute()
      return rows.map(toGroup)
    },

    async insert(group: Group, at: string): Promise<void> {
      await db
        .insertInto('screen_groups')
        .values({
          id: group.id,
          ...columnsOf(group),
          version: group.version,
          created_at: at,
          updated_at: at,
          removed_at: null,
        })
        .execute()
    },

    /** Over exactly its version; false when somebody was faster. */
    async save(group: Group, at: string, removed = false): Promise<boolean> {
      const done = await db
        .updateTable('screen_groups')
        .set({
          ...columnsOf(group),
          version: group.version + 1,
          updated_at: at,
          removed_at: removed ? at : null,
        })
        .where('id', '=', group.id)
        .where('version', '=', group.version)
        .where('removed_at', 'is', null)
        .executeTakeFirst()
      return Number(done.numUpdatedRows) === 1
    },
  }
}

function columnsOf(group: Group) {
  return {
    name: group.name,
    search: foldVietnamese(group.name),
    purpose: group.purpose,
    owner_area_id: group.ownerAreaId,
    members_json: JSON.stringify(group.members),
  }
}

function toGroup(row: Selectable<AreasTables['screen_groups']>): Group {
  return {
    id: row.id,
    name: row.name,
    purpose: row.purpose as GroupPurpose,
    ownerAreaId: row.owner_area_id,
    members: JSON.parse(row.members_json) as GroupMembers,
    version: Number(row.version),
  }
}
