/** As-run days added up in the database, by whatever a report asks for. */
import type { ReportBy } from '../../../../shared/contract/api/reports.js'
import type { Category } from '../../../../shared/contract/template.js'
import type { Db } from '../../db/database.js'

type Span = {
  /** yyyy-MM-dd, both included. */
  from: string
  until: string
  category?: Category | undefined
  /** Where the screens stand; null: anywhere. */
  areaIds: readonly string[] | null
}

type Sum = { showings: number; seconds: number; screens: number }
export type PlaySum = Sum & { id: string; name: string; areaName: string }

export type PlayRepository = ReturnType<typeof playRepository>

/** What names a row, and where it belongs. */
const KEYS = {
  bulletin: ['bulletins.id', 'bulletins.title', 'bulletins.owner_area_name'],
  screen: ['screens.id', 'screens.name', 'areas.name'],
  area: ['areas.id', 'areas.name', 'areas.name'],
  category: ['bulletins.category', 'bulletins.category', 'bulletins.category'],
} as const satisfies Record<ReportBy, readonly string[]>

export function playRepository(db: Db) {
  const played = ({ from, until, category, areaIds }: Span) =>
    db
      .selectFrom('as_run_days as run')
      .innerJoin('releases', 'releases.id', 'run.release_id')
      .innerJoin('bulletins', 'bulletins.id', 'releases.bulletin_id')
      .innerJoin('screens', 'screens.id', 'run.screen_id')
      .innerJoin('areas', 'areas.id', 'screens.area_id')
      .where('run.day', '>=', from)
      .where('run.day', '<=', until)
      .where('run.showings', '>', 0)
      .$if(category !== undefined, (query) =>
        query.where('bulletins.category', '=', category ?? ''),
      )
      .$if(areaIds !== null, (query) =>
        // An empty list would be no valid SQL: no area has the empty name.
        query.where('screens.area_id', 'in', ['', ...(areaIds ?? [])]),
      )
      .select((eb) => [
        eb.fn.sum<number | string>('run.showings').as('showings'),
        eb.fn.sum<number>('run.seconds').as('seconds'),
        eb.fn.count<number | string>('run.screen_id').distinct().as('screens'),
      ])
  return {
    /** One sum for each bulletin, screen, area or category. */
    async sumBy(by: ReportBy, span: Span): Promise<PlaySum[]> {
      const [id, name, areaName] = KEYS[by]
      const rows = await played(span)
        .select((eb) => [
          eb.ref(id).as('id'),
          eb.fn.max<string>(name).as('name'),
          eb.fn.max<string>(areaName).as('areaName'),
        ])
        .groupBy(id)
        .execute()
      return rows.map((row) => ({ ...row, ...numbersOf(row) }))
    },

    /** On which days each was shown. */
    async daysBy(by: ReportBy, span: Span): Promise<Map<string, string[]>> {
      const [id] = KEYS[by]
      const rows = await played(span)
        .select((eb) => [eb.ref(id).as('id'), 'run.day'])
        .groupBy([id, 'run.day'])
        .orderBy('run.day')
        .execute()
      const days = new Map<string, string[]>()
      for (const row of rows) {
        const known = days.get(row.id)
        if (known) known.push(row.day)
        else days.set(row.id, [row.day])
      }
      return days
    },

    /** One sum for each day with any showing. */
    async sumByDay(span: Span): Promise<Map<string, Sum>> {
      const rows = await played(span)
        .select('run.day')
        .groupBy('run.day')
        .execute()
      return new Map(rows.map((row) => [row.day, numbersOf(row)]))
    },

    /** All of the span in one sum. */
    async sumAll(span: Span): Promise<Sum> {
      const row = await played(span).executeTakeFirst()
      return row ? numbersOf(row) : { showings: 0, seconds: 0, screens: 0 }
    },
  }
}

/** PostgreSQL gives sums of integers as texts, and none of nothing as null. */
function numbersOf(row: {
  showings: number | string | null
  seconds: number | null
  screens: number | string
}): Sum {
  return {
    showings: Number(row.showings ?? 0),
    seconds: Math.round(row.seconds ?? 0),
    screens: Number(row.screens),
  }
}
