import { requireMay } from '../../rooms/accounts/permissions.rules.js'
import type { CurrentCatalogue } from '../../rooms/bulletins/bulletin-catalogue.port.js'
import type { Route } from '../accept.js'

export function templateRoutes(
  route: Route,
  deps: { catalogue: CurrentCatalogue },
): void {
  route('listTemplates', async ({ actor }) => {
    requireMay(actor, 'template.read')
    return Promise.resolve({ templates: [...deps.catalogue().templates] })
  })
}
