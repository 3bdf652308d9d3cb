import type { RequestHandler } from 'express'
import type { findFile } from '../../rooms/media/find-file.js'
import { sendFile } from '../send-file.js'
import type { Authenticate } from '../authenticate.js'
import { AppError } from '../../../../shared/kernel/app-error.js'

type Deps = Parameters<typeof findFile>[0] & { authenticate: Authenticate }

/** GET /api/v1/files/:sha256 for the console's previews. */
export function fileRoute(deps: Deps): RequestHandler {
  return async (request, response) => {
    if ((await deps.authenticate(request)) === null)
      throw new AppError('auth.required')
    await sendFile(deps, response, String(request.params['sha256']))
  }
}
