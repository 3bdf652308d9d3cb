import { AppError } from '../../../../shared/kernel/app-error.js'
import {
  bulletinHistory,
  readDraftSave,
  readRevision,
} from '../../rooms/bulletins/bulletin-history.js'
import { createBulletin } from '../../rooms/bulletins/create-bulletin.js'
import {
  getBulletin,
  listBulletins,
} from '../../rooms/bulletins/list-bulletins.js'
import { restoreBulletin } from '../../rooms/bulletins/restore-bulletin.js'
import { returnBulletin } from '../../rooms/bulletins/return-bulletin.js'
import { saveDraft } from '../../rooms/bulletins/save-draft.js'
import { submitBulletin } from '../../rooms/bulletins/submit-bulletin.js'
import { takeBackBulletin } from '../../rooms/bulletins/take-back-bulletin.js'
import { listDelivery } from '../../rooms/publishing/list-delivery.js'
import { releaseBulletin } from '../../rooms/publishing/release-bulletin.js'
import { rescheduleBulletin } from '../../rooms/publishing/reschedule-bulletin.js'
import { showApproval } from '../../rooms/publishing/show-approval.js'
import { withdrawBulletin } from '../../rooms/publishing/withdraw-bulletin.js'
import type { Route } from '../accept.js'

type Deps = Parameters<typeof createBulletin>[0] &
  Parameters<typeof getBulletin>[0] &
  Parameters<typeof returnBulletin>[0] &
  Parameters<typeof saveDraft>[0] &
  Parameters<typeof submitBulletin>[0] &
  Parameters<typeof releaseBulletin>[0] &
  Parameters<typeof withdrawBulletin>[0] &
  Parameters<typeof takeBackBulletin>[0] &
  Parameters<typeof showApproval>[0] &
  Parameters<typeof rescheduleBulletin>[0] &
  Parameters<typeof bulletinHistory>[0] &
  Parameters<typeof restoreBulletin>[0] &
  Parameters<typeof listDelivery>[0]

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
    const expectedVersion = versionMeant(ifMatch, body.expectedVersion)
    const draft = { ...body, expectedVersion }
    await saveDraft(deps, actor, { id: params.id, draft })
    return getBulletin(deps, actor, params.id)
  })
  route('submitBulletin', async ({ actor, params, ifMatch }) => {
    const asked = { id: params.id, expectedVersion: ifMatch }
    await submitBulletin(deps, actor, asked)
    return getBulletin(deps, actor, params.id)
  })
  route('returnBulletin', async ({ actor, params, body }) => {
    await returnBulletin(deps, actor, { id: params.id, ...body })
    return getBulletin(deps, actor, params.id)
  })
  route('releaseBulletin', async ({ actor, params, body }) => {
    await releaseBulletin(deps, actor, { id: params.id, ...body })
    return getBulletin(deps, actor, params.id)
  })
  route('withdrawBulletin', async ({ actor, params, body }) => {
    await withdrawBulletin(deps, actor, { id: params.id, ...body })
    return getBulletin(deps, actor, params.id)
  })
  route('takeBackBulletin', async ({ actor, params }) => {
    await takeBackBulletin(deps, actor, params.id)
    return getBulletin(deps, actor, params.id)
  })
  route('rescheduleBulletin', async ({ actor, params, body }) => {
    await rescheduleBulletin(deps, actor, { id: params.id, change: body })
    return getBulletin(deps, actor, params.id)
  })
  route('getApproval', ({ actor, params }) =>
    showApproval(deps, actor, params.id),
  )
  route('getBulletinHistory', ({ actor, params }) =>
    bulletinHistory(deps, actor, params.id),
  )
  route('getDraftSave', ({ actor, params }) =>
    readDraftSave(deps, actor, params),
  )
  route('getRevision', ({ actor, params }) => readRevision(deps, actor, params))
  route('restoreBulletin', async ({ actor, params, body, ifMatch }) => {
    const expectedVersion = versionMeant(ifMatch, body.expectedVersion)
    const { from } = body
    await restoreBulletin(deps, actor, { id: params.id, from, expectedVersion })
    return getBulletin(deps, actor, params.id)
  })
  route('getBulletinDelivery', ({ actor, params }) =>
    listDelivery(deps, actor, params.id),
  )
}

/** Throws request.precondition_required when the caller named no version. */
function versionMeant(
  ifMatch: number | null,
  expected: number | undefined,
): number {
  const version = ifMatch ?? expected
  if (version === undefined)
    throw new AppError('request.precondition_required', {})
  return version
}
