/**
 * Listening and leaving. A stop takes no new request, lets running ones
 * finish, and cuts what is left after a while, so that a stop always ends.
 */
import {
  createServer as createHttpServer,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** Ends something that was started. */
export type Stop = () => Promise<void>

export type WebServer = {
  /** For those who share the port, such as Socket.IO. */
  http: Server
  /** Listens; resolves to the address people can open. */
  start(): Promise<string>
  /** Stops taking requests and waits for those running, at most `forceMs`. */
  stop(): Promise<void>
  isAccepting(): boolean
}

type Options = {
  host: string
  port: number
  /** Shown instead of the address we listen on. */
  publicUrl: string | null
  forceMs?: number
  /** How long the head of a request may take. */
  headersMs?: number
}

/** A web server over the application; nothing listens before `start`. */
export function createServer(
  app: RequestListener,
  options: Options,
): WebServer {
  const { headersMs = 20_000 } = options
  const http = createHttpServer(
    { connectionsCheckingInterval: Math.min(5000, headersMs) },
    app,
  )
  // Slow or silent senders may not hold a connection for ever.
  http.headersTimeout = headersMs
  // A film over a village's line; bodies of words have less (body-deadline.ts).
  http.requestTimeout = 30 * 60_000
  http.keepAliveTimeout = 65_000
  let accepting = false
  const releaseQuiet = followConnections(http, () => accepting)
  return {
    http,
    isAccepting: () => accepting,
    start: () =>
      new Promise((resolve, reject) => {
        http.once('error', reject)
        http.listen(options.port, options.host, () => {
          http.off('error', reject)
          accepting = true
          resolve(options.publicUrl ?? addressOf(http, options.host))
        })
      }),
    stop: () => {
      accepting = false
      if (!http.listening) return Promise.resolve()
      return new Promise((resolve) => {
        const force = setTimeout(
          () => http.closeAllConnections(),
          options.forceMs ?? 10_000,
        )
        http.close(() => {
          clearTimeout(force)
          resolve()
        })
        releaseQuiet()
      })
    },
  }
}

/**
 * Browsers keep connections open, some without ever having asked anything, and
 * a closing server would wait for them. Returns what lets the quiet ones go;
 * the busy ones go with their answer.
 */
function followConnections(http: Server, isAccepting: () => boolean) {
  const quiet = new Set<Socket>()
  const answers = new Set<ServerResponse>()
  http.on('connection', (socket: Socket) => {
    quiet.add(socket)
    socket.once('close', () => quiet.delete(socket))
  })
  http.on('upgrade', (_request, socket: Socket) => quiet.delete(socket))
  http.on('request', ({ socket }, response) => {
    quiet.delete(socket)
    answers.add(response)
    if (!isAccepting() && !response.headersSent)
      response.setHeader('Connection', 'close')
    response.once('close', () => {
      answers.delete(response)
      if (socket.destroyed) return
      if (isAccepting()) quiet.add(socket)
      else socket.end()
    })
  })
  return () => {
    for (const socket of quiet) socket.destroy()
    for (const response of answers)
      if (!response.headersSent) response.setHeader('Connection', 'close')
  }
}

function addressOf(http: Server, host: string): string {
  const { port } = http.address() as AddressInfo
  const everywhere = host === '0.0.0.0' || host === '::'
  const name = everywhere ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}
