import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { Router } from 'express'

/**
 * The built console. Vite names assets by content: cached for ever; the page
 * itself is asked for each time. Any other path a person opens is the page:
 * the console routes it.
 */
export function consoleRouter(folder: string): Router {
  const router = Router()
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), {
      immutable: true,
      maxAge: '365d',
      index: false,
    }),
  )
  router.use(express.static(folder, { index: false, maxAge: '1h' }))
  router.get('/{*path}', (request, response, next) => {
    const page = join(folder, 'index.html')
    // Only to people: a script or picture that is missing is missing.
    const asked = request.headers.accept?.includes('text/html') === true
    const isAsset = request.path.startsWith('/assets/')
    if (!asked || isAsset || !existsSync(page)) {
      next()
      return
    }
    response.setHeader('Cache-Control', 'no-cache')
    response.sendFile('index.html', { root: folder, cacheControl: false })
  })
  return router
}
