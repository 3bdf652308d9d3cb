import {
  listOwnTokens,
  listPersonTokens,
  makeToken,
  revokeOwnToken,
  revokePersonToken,
} from '../../rooms/accounts/api-tokens.js'
import type { Route } from '../accept.js'

type Deps = Parameters<typeof makeToken>[0]

export function tokenRoutes(route: Route, deps: Deps): void {
  route('listOwnTokens', ({ actor }) => listOwnTokens(deps, actor))
  route('makeToken', ({ actor, body }) => makeToken(deps, actor, body))
  route('revokeOwnToken', async ({ actor, params }) => {
    await revokeOwnToken(deps, actor, params.id)
    return { ok: true }
  })
  route('listPersonTokens', ({ actor, params }) =>
    listPersonTokens(deps, actor, params.id),
  )
  route('revokePersonToken', async ({ actor, params }) => {
    await revokePersonToken(deps, actor, params)
    return { ok: true }
  })
}
