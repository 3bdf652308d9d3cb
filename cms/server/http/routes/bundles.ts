/** Programmes for screens without a network, and what comes home from them. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { RequestHandler } from 'express'
import { z } from 'zod'
import { idSchema } from '../../../../shared/contract/primitives.js'
import { BUNDLE_EXTENSION } from '../../../../shared/contract/bundle.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { takeHomecoming } from '../../rooms/notices/take-homecoming.js'
import { exportBundle } from '../../rooms/publishing/export-bundle.js'
import type { Route } from '../accept.js'
import type { Authenticate } from '../authenticate.js'
import { problemsOf } from '../zod-problems.js'

type Deps = Parameters<typeof exportBundle>[0] & { authenticate: Authenticate }

const several = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(idSchema).max(5000),
)
const querySchema = z.object({
  screen: several,
  area: several,
  group: several,
})

/** GET /api/v1/bundles?screen=…&area=…&group=…, each any number of times. */
export function bundleRoute(deps: Deps): RequestHandler {
  return async (request, response) => {
    const actor = await deps.authenticate(request)
    if (actor === null) throw new AppError('auth.required')
    const query = querySchema.safeParse(request.query)
    if (!query.success)
      throw new AppError('request.invalid', {
        problems: problemsOf(query.error),
      })
    const { screen, area, group } = query.data
    const audience = { screenIds: screen, areaIds: area, groupIds: group }
    const bundle = await exportBundle(deps, actor, audience)
    const day = new Date(deps.clock.now()).toISOString().slice(0, 10)
    response.setHeader('Content-Type', 'application/octet-stream')
    response.setHeader('Content-Length', bundle.sizeBytes)
    // As it is, with its length: what is in it is packed already.
    response.setHeader('Cache-Control', 'no-store, no-transform')
    response.attachment(`bang-tin-${day}${BUNDLE_EXTENSION}`)
    await pipeline(Readable.from(bundle.chunks()), response)
  }
}

export function homecomingRoutes(
  route: Route,
  deps: Parameters<typeof takeHomecoming>[0],
): void {
  route('takeHomecoming', ({ actor, body }) =>
    takeHomecoming(deps, actor, body.sealed),
  )
}
