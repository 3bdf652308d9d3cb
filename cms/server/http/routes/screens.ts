import { showOnScreen } from '../../rooms/publishing/show-on-screen.js'
import { claimScreen } from '../../rooms/screens/claim-screen.js'
import { getScreen, listScreens } from '../../rooms/screens/list-screens.js'
import { revokeScreen } from '../../rooms/screens/revoke-screen.js'
import { saveScreen } from '../../rooms/screens/save-screen.js'
import { viewPairing } from '../../rooms/screens/view-pairing.js'
import type { Route } from '../accept.js'

type Deps = Parameters<typeof listScreens>[0] &
  Parameters<typeof saveScreen>[0] &
  Parameters<typeof revokeScreen>[0] &
  Parameters<typeof claimScreen>[0] &
  Parameters<typeof viewPairing>[0] &
  Parameters<typeof showOnScreen>[0]

export function screenRoutes(route: Route, deps: Deps): void {
  route('listScreens', ({ actor }) => listScreens(deps, actor))
  route('getScreen', ({ actor, params }) => getScreen(deps, actor, params.id))
  route('saveScreen', async ({ actor, params, body }) => {
    await saveScreen(deps, actor, { id: params.id, settings: body })
    return getScreen(deps, actor, params.id)
  })
  route('revokeScreen', async ({ actor, params }) => {
    await revokeScreen(deps, actor, params.id)
    return getScreen(deps, actor, params.id)
  })
  route('onScreen', ({ actor, params, query }) =>
    showOnScreen(deps, actor, { id: params.id, at: query.at }),
  )
  route('getPairing', ({ actor, params }) =>
    viewPairing(deps, actor, params.code),
  )
  route('claimScreen', async ({ actor, body }) => {
    const id = await claimScreen(deps, actor, body)
    return getScreen(deps, actor, id)
  })
}
