import { listTodo } from '../../rooms/bulletins/list-todo.js'
import {
  releaseCorrection,
  returnCorrection,
} from '../../rooms/publishing/decide-correction.js'
import { findUses } from '../../rooms/publishing/find-uses.js'
import { proposeCorrection } from '../../rooms/publishing/propose-correction.js'
import {
  correctionsToApprove,
  listCorrections,
  previewCorrection,
  showCorrection,
} from '../../rooms/publishing/show-correction.js'
import type { Route } from '../accept.js'

type Deps = Parameters<typeof listTodo>[0] &
  Parameters<typeof findUses>[0] &
  Parameters<typeof proposeCorrection>[0] &
  Parameters<typeof releaseCorrection>[0] &
  Parameters<typeof showCorrection>[0]

export function correctionRoutes(route: Route, deps: Deps): void {
  route('getTodo', async ({ actor }) => ({
    ...(await listTodo(deps, actor)),
    corrections: await correctionsToApprove(deps, actor),
  }))
  route('findUses', ({ actor, query }) => findUses(deps, actor, query))
  route('listCorrections', async ({ actor }) => ({
    corrections: await listCorrections(deps, actor),
  }))
  route('proposeCorrection', async ({ actor, body }) => {
    const id = await proposeCorrection(deps, actor, body)
    return showCorrection(deps, actor, id)
  })
  route('previewCorrection', ({ actor, body }) =>
    previewCorrection(deps, actor, body),
  )
  route('getCorrection', ({ actor, params }) =>
    showCorrection(deps, actor, params.id),
  )
  route('releaseCorrection', async ({ actor, params, body }) => {
    await releaseCorrection(deps, actor, { id: params.id, ...body })
    return showCorrection(deps, actor, params.id)
  })
  route('returnCorrection', async ({ actor, params, body }) => {
    await returnCorrection(deps, actor, { id: params.id, ...body })
    return showCorrection(deps, actor, params.id)
  })
}
