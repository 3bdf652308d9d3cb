/** Released bulletins by the instants at which something changes. */
import type { Db } from '../../db/database.js'
import type { Bulletin } from './bulletin.repository.js'
import { bulletinFromRow } from './bulletin.repository.js'

type Span = {
  /** Null: every area. */
  ownerAreaIds: readonly string[] | null
  /** Instants: later than the first, not later than the second. */
  after: string
  until: string
  limit: number
}

export type AgendaRepository = ReturnType<typeof agendaRepository>

export function agendaRepository(db: Db) {
  const released = (ownerAreaIds: Span['ownerAreaIds']) =>
    db
      .selectFrom('bulletins')
      .where('live_revision_number', 'is not', null)
      .$if(ownerAreaIds !== null, (query) =>
        // An empty list would be no valid SQL: no area has the empty name.
        query.where('owner_area_id', 'in', ['', ...(ownerAreaIds ?? [])]),
      )
  const turning = async (
    column: 'not_before' | 'expires_at',
    { ownerAreaIds, after, until, limit }: Span,
  ): Promise<Bulletin[]> => {
    const rows = await released(ownerAreaIds)
      .selectAll()
      .where(column, '>', after)
      .where(column, '<=', until)
      .orderBy(column)
      .orderBy('id')
      .limit(limit)
      .execute()
    return rows.map(bulletinFromRow)
  }
  return {
    /** Approved, and shown from an instant of the span on. */
    listStarts: (span: Span) => turning('not_before', span),

    /** Shown, and no longer after an instant of the span. */
    listEnds: (span: Span) => turning('expires_at', span),

    /** How many screens may show now, by state. */
    async countLive(ownerAreaIds: Span['ownerAreaIds']): Promise<number> {
      const { count } = await released(ownerAreaIds)
        .where('state', '!=', 'waiting')
        .select((eb) => eb.fn.countAll<number | string>().as('count'))
        .executeTakeFirstOrThrow()
      return Number(count)
    },
  }
}
