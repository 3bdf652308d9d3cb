import { changePerson } from '../../rooms/accounts/change-person.js'
import { createAccount } from '../../rooms/accounts/create-account.js'
import {
  endPersonSessions,
  freezePerson,
  unfreezePerson,
} from '../../rooms/accounts/freeze-person.js'
import {
  changeGrant,
  endGrant,
  giveGrant,
} from '../../rooms/accounts/give-grant.js'
import { listPeople, showPerson } from '../../rooms/accounts/list-people.js'
import { resetAccount } from '../../rooms/accounts/reset-account.js'
import type { Route } from '../accept.js'

export type PeopleDeps = Parameters<typeof createAccount>[0] &
  Parameters<typeof listPeople>[0] &
  Parameters<typeof changePerson>[0] &
  Parameters<typeof freezePerson>[0] &
  Parameters<typeof giveGrant>[0] &
  Parameters<typeof resetAccount>[0]

export function peopleRoutes(route: Route, deps: PeopleDeps): void {
  route('listPeople', ({ actor, query }) => listPeople(deps, actor, query))
  route('getPerson', ({ actor, params }) => showPerson(deps, actor, params.id))
  route('createPerson', async ({ actor, body }) => {
    const made = await createAccount(deps, actor, body)
    return { ...made, oneTimePassword: made.oneTimePassword ?? '' }
  })
  route('changePerson', async ({ actor, params: { id }, body }) => {
    await changePerson(deps, actor, id, body)
    return showPerson(deps, actor, id)
  })
  route('giveGrant', async ({ actor, params: { id }, body }) => {
    await giveGrant(deps, actor, id, body)
    return showPerson(deps, actor, id)
  })
  route('changeGrant', async ({ actor, params, body }) => {
    await changeGrant(deps, actor, params, body.until)
    return showPerson(deps, actor, params.id)
  })
  route('endGrant', async ({ actor, params }) => {
    await endGrant(deps, actor, params)
    return showPerson(deps, actor, params.id)
  })
  route('freezePerson', async ({ actor, params: { id }, body }) => {
    await freezePerson(deps, actor, id, body.reason)
    return showPerson(deps, actor, id)
  })
  route('unfreezePerson', async ({ actor, params: { id } }) => {
    await unfreezePerson(deps, actor, id)
    return showPerson(deps, actor, id)
  })
  route('resetPerson', ({ actor, params, body }) =>
    resetAccount(deps, actor, params.id, body),
  )
  route('endPersonSessions', async ({ actor, params: { id } }) => {
    await endPersonSessions(deps, actor, id)
    return showPerson(deps, actor, id)
  })
}
