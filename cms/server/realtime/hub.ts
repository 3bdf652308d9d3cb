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

/** Between nodes: each sends its own connections of a screen away. */
type Dismissal = {
  screenId: string
  reason: 'replaced' | 'revoked'
  /** The connection that stays. */
  except: string | null
  /** Only those that came no later, ms; null: all. */
  upTo: number | null
}
type BetweenNodes = { dismiss: (dismissal: Dismissal) => void }
export type ScreenSocketFacts = {
  screenId: string
  screen: PairedScreen
  /** When it connected, ms. */
  since: number
}
export type ScreenNamespace = Namespace<
  ScreenToServerEvents,
  ServerToScreenEvents,
  BetweenNodes,
  ScreenSocketFacts
>
export type ConsoleSocketFacts = {
  person: { personId: string; name: string }
  /** The draft this tab has open. */
  draftId: string | null
}
export type ConsoleNamespace = Namespace<
  ConsoleToServerEvents,
  ServerToConsoleEvents,
  Record<string, never>,
  ConsoleSocketFacts
>

export type Hub = {
  announcer: Announcer
  screens: ScreenNamespace
  consoles: ConsoleNamespace
  /** Joins the web server. */
  attach(http: HttpServer): void
  /** Ends connections of a screen on every node, each with its goodbye. */
  dismiss(dismissal: Dismissal): void
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
  screens.on('dismiss', (dismissal) => dismissHere(screens, dismissal))
  const dismiss = (dismissal: Dismissal) => {
    dismissHere(screens, dismissal)
    // One message, so that a goodbye never comes behind its own disconnect.
    if (pool) screens.serverSideEmit('dismiss', dismissal)
  }
  return {
    screens,
    consoles,
    dismiss,
    announcer: createAnnouncer({
      screens,
      consoles,
      log,
      isShared: pool !== null,
      say: throttle.say,
      dismiss,
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

function dismissHere(screens: ScreenNamespace, dismissal: Dismissal): void {
  const { screenId, reason, except, upTo } = dismissal
  for (const id of screens.adapter.rooms.get(roomOf(screenId)) ?? []) {
    const socket = screens.sockets.get(id)
    if (!socket || id === except) continue
    if (upTo !== null && socket.data.since > upTo) continue
    socket.emit('goodbye', { reason })
    socket.disconnect(true)
  }
}

type AnnouncerParts = {
  screens: ScreenNamespace
  consoles: ConsoleNamespace
  log: Log
  isShared: boolean
  say: (key: string, word: () => void) => void
  dismiss: Hub['dismiss']
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
    dismiss: (screenId, reason) =>
      parts.dismiss({ screenId, reason, except: null, upTo: null }),
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
