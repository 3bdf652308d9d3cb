/**
 * The live channel: one Socket.IO server with a namespace for screens and one
 * for consoles, and behind the `Announcer` all that rooms may say on it. With
 * PostgreSQL several nodes share it; a lost word costs seconds, because
 * everything that matters is in manifests too.
 */
import type { Server as HttpServer } from 'node:http'
import { createAdapter } from '@socket.io/postgres-adapter'
import type { Pool } from 'pg'
import { Server, type Namespace } from 'socket.io'
import type {
  ConsoleToServerEvents,
  ServerToConsoleEvents,
} from '../../../shared/contract/console-link.js'
import type {
  ScreenToServerEvents,
  ServerToScreenEvents,
} from '../../../shared/contract/screen-link.js'
import type { Log } from '../../../shared/kernel/log.js'
import type { Announcer } from '../rooms/screens/announcer.port.js'
import type { PairedScreen } from '../rooms/screens/authenticate-screen.js'
import { createThrottle } from './throttle.js'

/** Nothing of one node's connections may reach another. */
type NoEvents = Record<string, never>
export type ScreenSocketFacts = {
  screenId: string
  screen: PairedScreen
  /** When it connected, ms. */
  since: number
}
export type ScreenNamespace = Namespace<
  ScreenToServerEvents,
  ServerToScreenEvents,
  NoEvents,
  ScreenSocketFacts
>
export type ConsoleNamespace = Namespace<
  ConsoleToServerEvents,
  ServerToConsoleEvents
>

export type Hub = {
  announcer: Announcer
  screens: ScreenNamespace
  consoles: ConsoleNamespace
  /** Joins the web server. */
  attach(http: HttpServer): void
  /** Says goodbye on every connection of this node and closes them. */
  stop(): Promise<void>
}

/** A report with 200 receipts and 2,000 counters fits several times. */
const MOST_BYTES = 4_000_000
/** How often one console hears of one thing. */
const CONSOLE_WINDOW_MS = 250

export function createHub(options: { pool: Pool | null; log: Log }): Hub {
  const { pool, log } = options
  const io = new Server({
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: MOST_BYTES,
    connectTimeout: 10_000,
    pingInterval: 20_000,
    pingTimeout: 20_000,
  })
  if (pool)
    io.adapter(
      createAdapter(pool, {
        errorHandler: (error) =>
          log.warn({ reason: error.message }, 'live link between nodes broken'),
      }),
    )
  const screens: ScreenNamespace = io.of('/screens')
  const consoles: ConsoleNamespace = io.of('/console')
  const throttle = createThrottle(CONSOLE_WINDOW_MS)
  return {
    screens,
    consoles,
    announcer: createAnnouncer({
      screens,
      consoles,
      log,
      isShared: pool !== null,
      say: throttle.say,
    }),
    attach: (http) => {
      io.attach(http)
    },
    async stop() {
      throttle.stop()
      for (const socket of screens.sockets.values())
        socket.emit('goodbye', { reason: 'shutdown' })
      screens.local.disconnectSockets(true)
      consoles.local.disconnectSockets(true)
      for (const namespace of [screens, consoles, io.of('/')])
        await namespace.adapter.close()
      io.engine?.close()
    },
  }
}

export function roomOf(screenId: string): string {
  return `screen:${screenId}`
}

type AnnouncerParts = {
  screens: ScreenNamespace
  consoles: ConsoleNamespace
  log: Log
  isShared: boolean
  say: (key: string, word: () => void) => void
}

function createAnnouncer(parts: AnnouncerParts): Announcer {
  const { screens, consoles } = parts
  // One broadcast over many rooms: the packet is encoded once.
  const to = (ids: readonly string[]) => screens.to(ids.map(roomOf))
  return {
    nudge(ids, nudge) {
      if (ids.length > 0) to(ids).emit('release', nudge)
    },
    pushNotice(ids, push) {
      if (ids.length > 0) to(ids).emit('notice', push)
    },
    pushRecall(ids, push) {
      if (ids.length > 0) to(ids).emit('recall', push)
    },
    dismiss(id, reason) {
      const room = screens.in(roomOf(id))
      room.emit('goodbye', { reason })
      room.disconnectSockets(true)
    },
    connected: (ids) => connectedScreens(parts, ids),
    tellConsoles(topic, id) {
      parts.say(`${topic} ${id}`, () => consoles.emit(topic, { id }))
    },
  }
}

async function connectedScreens(
  { screens, isShared, log }: AnnouncerParts,
  ids?: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const { data } of screens.sockets.values()) found.add(data.screenId)
  if (isShared)
    try {
      const everywhere = await screens.fetchSockets()
      for (const { data } of everywhere) found.add(data.screenId)
    } catch (error) {
      // Another node did not answer in time: its screens show as not connected.
      log.warn({ err: error }, 'connected screens known in part')
    }
  return ids ? new Set(ids.filter((id) => found.has(id))) : found
}
