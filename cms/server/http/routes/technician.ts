import {
  setTechnicianPin,
  viewTechnicianPin,
} from '../../rooms/screens/technician-pins.js'
import type { Route } from '../accept.js'

export function technicianRoutes(
  route: Route,
  deps: Parameters<typeof setTechnicianPin>[0],
): void {
  route('getTechnicianPin', ({ actor, query }) =>
    viewTechnicianPin(deps, actor, query),
  )
  route('setTechnicianPin', ({ actor, body }) =>
    setTechnicianPin(deps, actor, body),
  )
}
