import { listOwnActs } from '../../rooms/accounts/list-own-acts.js'
import { showMe } from '../../rooms/accounts/show-me.js'
import type { Route } from '../accept.js'

type Deps = Parameters<typeof showMe>[0]

export function accountRoutes(route: Route, deps: Deps): void {
  route('me', ({ actor }) => showMe(deps, actor))
  route('myActs', async ({ actor }) => Promise.resolve(listOwnActs(actor)))
}
