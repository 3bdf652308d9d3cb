/**
 * The order in which a request meets us: name it, log it, guard it, parse it,
 * hand it to a room, and turn what goes wrong into a problem.
 */
import express, { Router, type Express, type RequestHandler } from 'express'
import helmet from 'helmet'
import { AppError } from '../../../shared/kernel/app-error.js'
import type { Clock } from '../../../shared/kernel/clock.js'
import type { Log } from '../../../shared/kernel/log.js'
import { createRoute, type Acceptance, type Route } from './accept.js'
import { refuseMethods } from './allow-methods.js'
import { bodyDeadline } from './body-deadline.js'
import { compress } from './compress.js'
import { capBody } from './routes/cap.js'
import { tellExpress } from './caller.js'
import { allowOrigins } from './cors.js'
import { consoleRouter } from './console-files.js'
import { errorHandler } from './error-handler.js'
import { openApiDocument } from './openapi.js'
import {
  requireOwnOrigin,
  requireWelcomeOrigin,
  type OriginRules,
} from './origin.js'
import type { RateBook } from './rate-book.js'
import { limitApi, type Limits } from './rate-limit.js'
import { referencePage } from './reference-page.js'
import { giveRequestId } from './request-id.js'
import { logRequests } from './request-log.js'

export type AppParts = {
  log: Log
  clock: Clock
  version: string
  publicUrl: string | null
  origins: OriginRules
  limits: Limits
  rates: RateBook
  acceptance: Acceptance
  /** Folder of the built console. */
  consoleFolder: string
  health: Router
  auth: Router
  files: RequestHandler
  bundles: RequestHandler
  /** Registers the endpoints of every room. */
  endpoints: readonly ((route: Route) => void)[]
  /** Routers of the screen link, mounted at /screen/v1. */
  screenLink: readonly Router[]
  /** Our notices for other systems, at /cap/v1. */
  capFeed: Router | null
}

const BODY_LIMIT = '1mb'
/** A spreadsheet of 5 MB as text. */
const SHEET_BODY_LIMIT = '7mb'
const SHEET_PATHS = ['/areas/import', '/groups/import', '/people/import']
const SCREEN_BODY_LIMIT = '4mb'
/** For words; a megabyte over the slowest line we know takes half of it. */
const BODY_MS = 30_000

/** Builds the Express application; it listens nowhere yet. */
export function createApp(parts: AppParts): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  tellExpress(app, parts.origins.callerOf)
  app.use(giveRequestId(), logRequests(parts.log, parts.clock))
  app.use(securityHeaders(parts.publicUrl))
  app.use(parts.health)
  const compressed = compress()
  app.use(['/api', '/cap'], compressed)
  app.use('/api/v1', bodyDeadline(BODY_MS), apiRouter(parts))
  app.use(
    '/screen/v1',
    express.json({ limit: SCREEN_BODY_LIMIT }),
    ...parts.screenLink,
  )
  if (parts.capFeed) app.use('/cap/v1', parts.capFeed)
  app.use(['/api', '/screen', '/cap'], notFound)
  app.use(compressed, consoleRouter(parts.consoleFolder))
  app.use(notFound)
  app.use(errorHandler(parts.log))
  return app
}

function apiRouter(parts: AppParts): Router {
  const api = Router()
  api.use(allowOrigins(parts.origins))
  api.use(limitApi(parts.limits, parts.rates))
  api.use(requireWelcomeOrigin(parts.origins))
  api.options('/{*path}', refuseMethods())
  api.get('/files/:sha256', parts.files)
  api.use('/cap/alerts', ...capBody())
  api.get('/bundles', parts.bundles)
  api.use(SHEET_PATHS, express.json({ limit: SHEET_BODY_LIMIT }))
  api.use(express.json({ limit: BODY_LIMIT }))
  api.use('/auth', requireOwnOrigin(parts.origins), parts.auth)
  const openApi = openApiDocument(parts.version)
  api.get('/openapi.json', (_request, response) => {
    response.json(openApi)
  })
  api.get('/reference', referencePage(openApi))
  const route = createRoute(api, parts.acceptance)
  for (const register of parts.endpoints) register(route)
  api.use(refuseMethods())
  return api
}

const notFound: RequestHandler = (_request, _response, next) => {
  next(new AppError('request.not_found'))
}

/**
 * Strict policy for the console. A slide preview is a frame by srcdoc, which
 * inherits this policy and has a stricter one of its own inside.
 */
function securityHeaders(publicUrl: string | null): RequestHandler {
  const https = publicUrl?.startsWith('https:') === true
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'script-src-attr': ["'none'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'", 'data:'],
        'connect-src': ["'self'", 'ws:', 'wss:'],
        'frame-src': ["'self'"],
        'frame-ancestors': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'self'"],
        'form-action': ["'self'"],
      },
    },
    // On plain http inside an office these would only break the page.
    strictTransportSecurity: https,
    crossOriginOpenerPolicy: https,
    originAgentCluster: false,
    referrerPolicy: { policy: 'same-origin' },
  })
}
