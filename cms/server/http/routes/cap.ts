import express, { Router, type RequestHandler } from 'express'
import { idSchema } from '../../../../shared/contract/primitives.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import {
  addCapFeed,
  bringCap,
  distrustCapSender,
  listCapAlerts,
  listCapFeeds,
  listCapSenders,
  removeCapFeed,
  trustCapSender,
} from '../../rooms/connectors/cap/cap-desk.js'
import {
  capIndex,
  capMessage,
  type FeedDeps,
} from '../../rooms/connectors/cap/cap-feed.js'
import type { Route } from '../accept.js'

type Deps = Parameters<typeof bringCap>[0] & Parameters<typeof addCapFeed>[0]

const XML = ['application/cap+xml', 'application/xml', 'text/xml']

/**
 * Senders post the XML itself; here it becomes the JSON body of the contract,
 * so that one schema reads both.
 */
export function capBody(): RequestHandler[] {
  return [
    express.text({ type: XML, limit: '512kb' }),
    (request, _response, next) => {
      if (typeof request.body === 'string') {
        const { ownerAreaId } = request.query
        request.body = { xml: request.body, ownerAreaId }
      }
      next()
    },
  ]
}

export function capRoutes(route: Route, deps: Deps): void {
  route('takeCapAlert', ({ actor, body }) => bringCap(deps, actor, body))
  route('listCapAlerts', ({ actor }) => listCapAlerts(deps, actor))
  route('listCapSenders', ({ actor }) => listCapSenders(deps, actor))
  route('trustCapSender', async ({ actor, body }) => {
    await trustCapSender(deps, actor, body)
    return listCapSenders(deps, actor)
  })
  route('distrustCapSender', async ({ actor, body }) => {
    await distrustCapSender(deps, actor, body.sender)
    return listCapSenders(deps, actor)
  })
  route('listCapFeeds', ({ actor }) => listCapFeeds(deps, actor))
  route('addCapFeed', async ({ actor, body }) => {
    await addCapFeed(deps, actor, body)
    return listCapFeeds(deps, actor)
  })
  route('removeCapFeed', async ({ actor, params }) => {
    await removeCapFeed(deps, actor, params.id)
    return listCapFeeds(deps, actor)
  })
}

/** The public feed: what anybody in front of a screen can read anyway. */
export function capFeedRouter(deps: FeedDeps & { publicUrl: string | null }) {
  const router = Router()
  router.get('/notices.atom', async (request, response) => {
    const host = request.host ?? 'localhost'
    const origin = deps.publicUrl ?? `${request.protocol}://${host}`
    response.type('application/atom+xml')
    response.setHeader('Cache-Control', 'max-age=30')
    response.send(await capIndex(deps, `${origin}/cap/v1`))
  })
  router.get('/notices/:file', async (request, response) => {
    const id = idSchema.safeParse(request.params['file'].replace(/\.xml$/, ''))
    if (!id.success) throw new AppError('request.not_found')
    response.type('application/cap+xml')
    response.setHeader('Cache-Control', 'max-age=30')
    response.send(await capMessage(deps, id.data))
  })
  return router
}
