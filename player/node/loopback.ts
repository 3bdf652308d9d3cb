/*
 * The page's way to the core: plain HTTP on 127.0.0.1, for nobody but the
 * stage. A token per boot lets it in, the Host header keeps other names out
 * (DNS rebinding), and a slide is never a document of this origin.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Log } from '../../shared/kernel/log.js'
import type { StageState } from '../../shared/contract/stage-link.js'
import type { StagePort } from '../core/ports.js'
import type { TechnicianDesk } from './technician/technician-desk.js'
import { createEventStream } from './event-stream.js'
import { pageFile } from './page-files.js'

const MOST_POST_BYTES = 64 * 1024

/** A file as the stage gets it. */
export type ServedFile = { bytes: Uint8Array; mediaType: string }

/** What the page may ask of the core. */
export type LoopbackCore = {
  file(sha256: string): Promise<ServedFile | null>
  heartbeat(payload: unknown): boolean
  shown(payload: unknown): Promise<boolean>
  technician: TechnicianDesk
}

export type Loopback = {
  stage: StagePort
  /** With the token of this boot. */
  url: string
  /** Until then the page is told to come back. */
  attach(core: LoopbackCore): void
  stop(): Promise<void>
}

type Options = { port: number; pageFolder: string; log: Log }

type Room = {
  options: Options
  token: string
  cookie: string
  port(): number
  core: LoopbackCore | null
  events: ReturnType<typeof createEventStream>
}

/**
 * Listens on 127.0.0.1; port 0 takes any. Rejects when the port is taken.
 */
export async function startLoopback(options: Options): Promise<Loopback> {
  const server = createServer()
  const port = () => (server.address() as AddressInfo).port
  const room: Room = {
    options,
    token: randomBytes(24).toString('base64url'),
    cookie: '',
    port,
    core: null,
    events: createEventStream(),
  }
  server.on('request', (request, response) => {
    answer(room, request, response).catch((error: unknown) => {
      options.log.error({ err: error, path: request.url }, 'page not answered')
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  await listen(server, options.port)
  // Cookies know no ports: two screens on one machine need two names.
  room.cookie = `bangtin_stage_${port()}`
  return {
    stage: { show: (state: StageState) => room.events.send(state) },
    url: `http://127.0.0.1:${port()}/?token=${room.token}`,
    attach(core) {
      room.core = core
    },
    async stop() {
      room.events.stop()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', reject)
      resolve()
    })
  })
}

async function answer(
  room: Room,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'no-referrer')
  response.setHeader('cross-origin-resource-policy', 'same-origin')
  if (!isOurHost(request.headers.host, room.port())) return end(response, 421)
  const url = new URL(request.url ?? '/', `http://127.0.0.1:${room.port()}`)
  const byToken = isSame(url.searchParams.get('token') ?? '', room.token)
  if (url.pathname === '/' && byToken) letIn(room, response)
  else if (!hasCookie(room, request)) return end(response, 401)

  if (request.method === 'POST') return posted(room, url, request, response)
  if (request.method !== 'GET') return end(response, 405)
  if (url.pathname === '/stage/events')
    return room.events.open(request, response)
  const named = /^\/files\/([0-9a-f]{64})$/.exec(url.pathname)
  if (named?.[1]) return slideFile(room, named[1], response)
  const page = await pageFile(room.options.pageFolder, url.pathname)
  if (!page) return end(response, 404)
  response.writeHead(200, page.headers).end(page.bytes)
}

async function slideFile(
  room: Room,
  sha256: string,
  response: ServerResponse,
): Promise<void> {
  const file = await room.core?.file(sha256)
  if (!file) return end(response, room.core ? 404 : 503)
  response.writeHead(200, {
    'content-type': file.mediaType,
    'content-length': file.bytes.length,
    'cache-control': 'private, max-age=31536000, immutable',
    // A slide is text for the stage; opened by itself it may do nothing.
    'content-security-policy': "sandbox; default-src 'none'",
  })
  response.end(file.bytes)
}

async function posted(
  room: Room,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const origin = request.headers.origin
  if (origin !== undefined && !isOurOrigin(origin, room.port()))
    return end(response, 403)
  if (!room.core) return end(response, 503)
  const payload = await readJson(request)
  if (payload === undefined) return end(response, 400)
  if (url.pathname === '/stage/heartbeat')
    return end(response, room.core.heartbeat(payload) ? 204 : 400)
  if (url.pathname === '/stage/shown')
    return end(response, (await room.core.shown(payload)) ? 204 : 400)
  const desk = room.core.technician
  if (url.pathname === '/technician/open')
    return endJson(response, await desk.open(payload))
  if (url.pathname === '/technician/act')
    return endJson(response, await desk.act(payload))
  return end(response, 404)
}

/** Null: what was posted is not what the contract says. */
function endJson(response: ServerResponse, answer: object | null): void {
  if (answer === null) return end(response, 400)
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(JSON.stringify(answer))
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > MOST_POST_BYTES) return undefined
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown
  } catch {
    // Not JSON: the caller answers 400.
    return undefined
  }
}

function letIn(room: Room, response: ServerResponse): void {
  response.setHeader(
    'set-cookie',
    `${room.cookie}=${room.token}; HttpOnly; SameSite=Strict; Path=/`,
  )
}

function hasCookie(room: Room, request: IncomingMessage): boolean {
  const cookies = (request.headers.cookie ?? '').split(/;\s*/)
  const own = cookies.find((c) => c.startsWith(`${room.cookie}=`))
  return isSame(own?.slice(room.cookie.length + 1) ?? '', room.token)
}

function isSame(given: string, wanted: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(wanted)
  return a.length === b.length && timingSafeEqual(a, b)
}

function isOurHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`
}

function isOurOrigin(origin: string, port: number): boolean {
  return origin.startsWith('http://') && isOurHost(origin.slice(7), port)
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'cache-control': 'no-store' }).end()
}
