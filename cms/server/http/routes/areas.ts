import { changeArea } from '../../rooms/areas/change-area.js'
import { closeArea } from '../../rooms/areas/close-area.js'
import { createArea } from '../../rooms/areas/create-area.js'
import { findAreaByCode, getArea } from '../../rooms/areas/get-area.js'
import { exportAreas } from '../../rooms/areas/export-areas.js'
import {
  importAreas,
  previewAreaImport,
} from '../../rooms/areas/import-areas.js'
import { listAreas, searchAreas } from '../../rooms/areas/list-areas.js'
import { mergeAreas } from '../../rooms/areas/merge-areas.js'
import { moveArea } from '../../rooms/areas/move-area.js'
import { recodeArea } from '../../rooms/areas/recode-area.js'
import { renameArea } from '../../rooms/areas/rename-area.js'
import type { Route } from '../accept.js'
import { sayImport } from '../say-import.js'

type Deps = Parameters<typeof listAreas>[0] &
  Parameters<typeof getArea>[0] &
  Parameters<typeof createArea>[0] &
  Parameters<typeof changeArea>[0] &
  Parameters<typeof mergeAreas>[0] &
  Parameters<typeof importAreas>[0] &
  Parameters<typeof exportAreas>[0]

export function areaRoutes(route: Route, deps: Deps): void {
  route('listAreas', ({ actor, query }) => listAreas(deps, actor, query))
  route('searchAreas', ({ actor, query }) => searchAreas(deps, actor, query))
  route('findAreaByCode', ({ actor, query }) =>
    findAreaByCode(deps, actor, query),
  )
  route('exportAreas', ({ actor, query }) => exportAreas(deps, actor, query))
  route('previewAreaImport', async ({ actor, body, request }) =>
    sayImport((await previewAreaImport(deps, actor, body)).preview, request),
  )
  route('importAreas', async ({ actor, body, request }) =>
    sayImport((await importAreas(deps, actor, body)).preview, request),
  )
  route('getArea', ({ actor, params }) => getArea(deps, actor, params.id))
  route('createArea', async ({ actor, body }) => {
    const { from, ...area } = body
    const days = from === undefined ? {} : { validFrom: from, codeFrom: from }
    const id = await createArea(deps, actor, { ...area, ...days })
    return getArea(deps, actor, id)
  })
  route('changeArea', async ({ actor, params: { id }, body }) => {
    await changeArea(deps, actor, { id, change: body })
    return getArea(deps, actor, id)
  })
  route('renameArea', async ({ actor, params: { id }, body }) => {
    await renameArea(deps, actor, { id, rename: body })
    return getArea(deps, actor, id)
  })
  route('recodeArea', async ({ actor, params: { id }, body }) => {
    await recodeArea(deps, actor, { id, recode: body })
    return getArea(deps, actor, id)
  })
  route('moveArea', async ({ actor, params: { id }, body }) => {
    await moveArea(deps, actor, { id, move: body })
    return getArea(deps, actor, id)
  })
  route('closeArea', async ({ actor, params: { id }, body }) => {
    await closeArea(deps, actor, { id, close: body })
    return getArea(deps, actor, id)
  })
  route('mergeAreas', async ({ actor, params: { id }, body }) => {
    await mergeAreas(deps, actor, { id, merge: body })
    return getArea(deps, actor, id)
  })
}
