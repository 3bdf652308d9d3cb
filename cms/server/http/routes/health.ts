import { Router } from 'express'
import type { Clock } from '../../../../shared/kernel/clock.js'

type Deps = {
  version: string
  clock: Clock
  startedAt: number
  /** Resolves when the database answers. */
  ping(): Promise<void>
  /** False while the server is stopping. */
  isAccepting(): boolean
}

/** `/healthz`: the process lives. `/readyz`: it can do its work now. */
export function healthRouter(deps: Deps): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => {
    const uptimeSeconds = (deps.clock.now() - deps.startedAt) / 1000
    response.setHeader('Cache-Control', 'no-store')
    response.json({ status: 'ok', version: deps.version, uptimeSeconds })
  })
  router.get('/readyz', async (_request, response) => {
    const database = await deps.ping().then(
      () => true,
      () => false,
    )
    const ready = database && deps.isAccepting()
    response.setHeader('Cache-Control', 'no-store')
    response
      .status(ready ? 200 : 503)
      .json({ status: ready ? 'ready' : 'not ready', database })
  })
  return router
}
