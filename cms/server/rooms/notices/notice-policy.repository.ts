import type { NoticeRule } from '../../../../shared/contract/api/notice-orders.js'
import type { Db } from '../../db/database.js'

export type NoticePolicyRepository = ReturnType<typeof noticePolicyRepository>

/** Who may send alone, area by area; what an area does not say it inherits. */
export function noticePolicyRepository(db: Db) {
  return {
    async list(): Promise<Map<string, NoticeRule>> {
      const rows = await db
        .selectFrom('notice_policies')
        .select(['area_id', 'rule'])
        .execute()
      return new Map(rows.map((row) => [row.area_id, row.rule as NoticeRule]))
    },

    async save(
      areaId: string,
      rule: NoticeRule,
      by: { at: string; name: string },
    ): Promise<void> {
      const row = { rule, changed_at: by.at, changed_by: by.name }
      await db
        .insertInto('notice_policies')
        .values({ area_id: areaId, ...row })
        .onConflict((conflict) => conflict.column('area_id').doUpdateSet(row))
        .execute()
    },
  }
}
