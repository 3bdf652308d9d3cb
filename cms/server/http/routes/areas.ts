import { listAreas } from '../../rooms/areas/list-areas.js'
import type { Route } from '../accept.js'

type Deps = Parameters<typeof listAreas>[0]

export function areaRoutes(route: Route, deps: Deps): void {
  route('listAreas', ({ actor }) => listAreas(deps, actor))
}
