import { AppError } from '../../../../shared/kernel/app-error.js'
import { createBulletin } from '../../rooms/bulletins/create-bulletin.js'
import {
  getBulletin,
  listBulletins,
} from '../../rooms/bulletins/list-bulletins.js'
import { returnBulletin } from '../../rooms/bulletins/return-bulletin.js'
import { saveDraft } from '../../rooms/bulletins/save-draft.js'
import { submitBulletin } from '../../rooms/bulletins/submit-bulletin.js'
import { releaseBulletin } from '../../rooms/publishing/release-bulletin.js'
import { withdrawBulletin } from '../../rooms/publishing/withdraw-bulletin.js'
import type { Route } from '../accept.js'

type Deps = Parameters<typeof createBulletin>[0] &
  Parameters<typeof getBulletin>[0] &
  Parameters<typeof returnBulletin>[0] &
  Parameters<typeof saveDraft>[0] &
  Parameters<typeof submitBulletin>[0] &
  Parameters<typeof releaseBulletin>[0] &
  Parameters<typeof withdrawBulletin>[0]

export function bulletinRoutes(route: Route, deps: Deps): void {
  route('listBulletins', ({ actor, query }) =>
    listBulletins(deps, actor, query),
  )
  route('createBulletin', async ({ actor, body }) => {
    const id = await createBulletin(deps, actor, body)
    return getBulletin(deps, actor, id)
  })
  route('getBulletin', ({ actor, params }) =>
    getBulletin(deps, actor, params.id),
  )
  route('saveDraft', async ({ actor, params, body, ifMatch }) => {
    const expectedVersion = ifMatch ?? body.expectedVersion
    if (expectedVersion === undefined)
      throw new AppError('request.precondition_required', {})
    const draft = { ...body, expectedVersion }
    await saveDraft(deps, actor, { id: params.id, draft })
    return getBulletin(deps, actor, params.id)
  })
  route('submitBulletin', async ({ actor, params }) => {
    await submitBulletin(deps, actor, params.id)
    return getBulletin(deps, actor, params.id)
  })
  route('returnBulletin', async ({ actor, params, body }) => {
    await returnBulletin(deps, actor, { id: params.id, reason: body.reason })
    return getBulletin(deps, actor, params.id)
  })
  route('releaseBulletin', async ({ actor, params }) => {
    await releaseBulletin(deps, actor, params.id)
    return getBulletin(deps, actor, params.id)
  })
  route('withdrawBulletin', async ({ actor, params }) => {
    await withdrawBulletin(deps, actor, params.id)
    return getBulletin(deps, actor, params.id)
  })
}
