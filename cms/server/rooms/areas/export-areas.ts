import type { z } from 'zod'
import type { areaExportQuerySchema } from '../../../../shared/contract/api/areas.js'
import type { Clock } from '../../../../shared/kernel/clock.js'
import type { FileText } from '../../../../shared/contract/api/imports.js'
import { listText } from '../../sheets/lists.js'
import { sheetFile } from '../../sheets/sheet-file.js'
import type { Actor } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import type { AreaRepository } from './area.repository.js'
import { todayOf } from './area.rules.js'
import { AREA_COLUMNS, kindWord } from './area-table.rules.js'
import { inTreeOrder } from './tree-order.rules.js'

type Deps = {
  clock: Clock
  areas: Pick<AreaRepository, 'list' | 'listRecords'>
}

/** The tree as a spreadsheet; imported again it changes nothing. */
export async function exportAreas(
  deps: Deps,
  actor: Actor,
  query: z.output<typeof areaExportQuerySchema>,
): Promise<FileText> {
  requireMay(actor, 'area.read')
  const day = todayOf(deps.clock)
  const records = await deps.areas.listRecords()
  const areas = inTreeOrder(await deps.areas.list(day)).filter(
    ({ validUntil }) => query.closed === 'true' || validUntil === null,
  )
  const codes = new Map(areas.map(({ id, code }) => [id, code]))
  return sheetFile(
    {
      name: 'Địa bàn',
      titles: AREA_COLUMNS.map(({ titles }) => titles[0]),
      rows: areas.map((area) => [
        area.id,
        area.code ?? '',
        area.name,
        kindWord(area.kind),
        codes.get(area.parentId ?? '') ?? area.parentId ?? '',
        '',
        area.validUntil?.split('-').reverse().join('/') ?? '',
        listText(records.get(area.id)?.aliases ?? []),
        listText(area.tags),
      ]),
    },
    { fileName: `dia-ban-${day}`, format: query.format },
  )
}
