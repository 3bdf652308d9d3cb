/** What screens ask over HTTP, mounted at /screen/v1 behind the JSON parser. */
import { Router, type Request, type RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import type { z } from 'zod'
import {
  idSchema,
  sha256Schema,
} from '../../../../shared/contract/primitives.js'
import {
  pairingRequestSchema,
  reportSchema,
  timeNonceSchema,
} from '../../../../shared/contract/screen-link.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import { seal } from '../../../../shared/seal/seal.js'
import { takeReport } from '../../rooms/notices/take-report.js'
import { fetchManifest } from '../../rooms/publishing/fetch-manifest.js'
import type { SealDesk } from '../../rooms/publishing/open-seal-desk.js'
import { answerPairing } from '../../rooms/screens/answer-pairing.js'
import {
  authenticateScreen,
  type PairedScreen,
} from '../../rooms/screens/authenticate-screen.js'
import { offerPairing } from '../../rooms/screens/offer-pairing.js'
import { bearerOf } from '../authenticate.js'
import { sendFile } from '../send-file.js'
import { problemsOf } from '../zod-problems.js'

type Deps = Parameters<typeof offerPairing>[0] &
  Parameters<typeof answerPairing>[0] &
  Parameters<typeof authenticateScreen>[0] &
  Parameters<typeof fetchManifest>[0] &
  Parameters<typeof takeReport>[0] &
  Parameters<typeof sendFile>[0] & {
    sealDesk: SealDesk
    clock: Clock
    /** Notes that a screen was heard, now and then. */
    noteSeen: (screen: PairedScreen) => void
    pairingsPerMinute: number
  }

export function screenLinkRouter(deps: Deps): Router {
  const router = Router()
  const asScreen = (request: Request) =>
    authenticateScreen(deps, bearerOf(request)).then((screen) => {
      deps.noteSeen(screen)
      return screen
    })

  router.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store')
    next()
  })
  router.get('/time', async (request, response) => {
    const nonce = timeNonceSchema.safeParse(request.query['nonce'])
    const now = isoNow(deps.clock)
    if (!nonce.success) return void response.json({ now })
    const payload = { kind: 'time', now, nonce: nonce.data }
    const sealed = await seal('time', payload, deps.sealDesk.signer)
    response.json({ now, sealed, keyring: deps.sealDesk.keyring })
  })
  router.post(
    '/pairings',
    limitPairings(deps.pairingsPerMinute),
    async (request, response) => {
      const body = parsed(pairingRequestSchema, request.body)
      response.status(201).json(await offerPairing(deps, body))
    },
  )
  router.get('/pairings/:id', async (request, response) => {
    const token = bearerOf(request)
    if (token === null) throw new AppError('auth.required', {})
    const id = idSchema.safeParse(request.params['id'])
    if (!id.success) throw new AppError('request.not_found')
    response.json(await answerPairing(deps, token, id.data))
  })
  router.get('/keyring', async (request, response) => {
    await asScreen(request)
    response.json({ keyring: deps.sealDesk.keyring })
  })
  router.get('/manifest', async (request, response) => {
    const screen = await asScreen(request)
    const known = request.headers['if-none-match'] ?? null
    const { etag, answer } = await fetchManifest(deps, screen, known)
    response.setHeader('ETag', etag)
    response.setHeader('Cache-Control', 'private, no-cache')
    if (answer === null) response.status(304).end()
    else response.json(answer)
  })
  router.get('/files/:sha256', async (request, response) => {
    await asScreen(request)
    const sha256 = sha256Schema.safeParse(request.params['sha256'])
    if (!sha256.success) throw new AppError('file.not_found')
    await sendFile(deps, response, sha256.data)
  })
  router.post('/reports', async (request, response) => {
    const screen = await asScreen(request)
    const report = parsed(reportSchema, request.body)
    response.json(await takeReport(deps, screen, report))
  })
  return router
}

function parsed<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const result = schema.safeParse(body ?? {})
  if (result.success) return result.data
  throw new AppError('request.invalid', { problems: problemsOf(result.error) })
}

function limitPairings(perMinute: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, _response, next) => {
      next(new AppError('pairing.too_many', { seconds: 60 }))
    },
  })
}
