import { listAgenda } from '../../rooms/bulletins/list-agenda.js'
import type { Route } from '../accept.js'

type Deps = Parameters<typeof listAgenda>[0]

export function agendaRoutes(route: Route, deps: Deps): void {
  route('getAgenda', ({ actor, query }) => listAgenda(deps, actor, query))
}
