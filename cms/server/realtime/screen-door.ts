/** Where screens connect: by their own assertion, one connection each. */
import { z } from 'zod'
import { reportSchema } from '../../../shared/contract/screen-link.js'
import { PROTOCOL_VERSION } from '../../../shared/contract/version.js'
import { AppError } from '../../../shared/kernel/app-error.js'
import type { Log } from '../../../shared/kernel/log.js'
import { takeReport } from '../rooms/notices/take-report.js'
import type { CallerOf } from '../http/caller.js'
import { authenticateScreen } from '../rooms/screens/authenticate-screen.js'
import {
  noteConnection,
  noteReplaced,
} from '../rooms/screens/note-connection.js'
import { roomOf, type Hub, type ScreenNamespace } from './hub.js'
import { createPace } from './pace.js'

type Deps = Parameters<typeof authenticateScreen>[0] &
  Parameters<typeof takeReport>[0] &
  Parameters<typeof noteConnection>[0] &
  Parameters<typeof noteReplaced>[0] & { log: Log; callerOf: CallerOf }

type ScreenSocket = Parameters<Parameters<ScreenNamespace['use']>[0]>[0]

const handshakeSchema = z.object({
  assertion: z.string().min(1).max(4000),
  protocol: z.number().int().positive(),
})

/** Two turns within this are two boxes taking turns, not one coming back. */
const TURNS_WITHIN_MS = 10 * 60_000

export function openScreenDoor(
  hub: Pick<Hub, 'screens' | 'dismiss'>,
  deps: Deps,
): void {
  const { screens } = hub
  const turns = new Map<string, number>()
  screens.use((socket, next) => {
    admit(deps, socket).then(
      () => next(),
      (error: unknown) => next(refusal(deps.log, error)),
    )
  })
  screens.on('connection', (socket) => {
    const { screen } = socket.data
    const quietly = (work: Promise<void>) =>
      work.catch((error: unknown) =>
        deps.log.error({ err: error, screenId: screen.id }, 'screen not noted'),
      )
    void quietly(replaceOlder(deps, hub, socket, turns))
    void quietly(noteConnection(deps, screen))
    socket.on('disconnect', () => void quietly(noteConnection(deps, screen)))
    listenForReports(deps, socket)
  })
}

async function admit(deps: Deps, socket: ScreenSocket): Promise<void> {
  const handshake = handshakeSchema.safeParse(socket.handshake.auth)
  if (!handshake.success) throw new AppError('auth.required', {})
  const { assertion, protocol } = handshake.data
  if (protocol > PROTOCOL_VERSION)
    throw new AppError('protocol.too_new', { protocol })
  const screen = await authenticateScreen(deps, assertion)
  socket.data = {
    screenId: screen.id,
    screen,
    since: deps.clock.now(),
  }
  await socket.join(roomOf(screen.id))
}

/** The newest connection of an identity stays; every older one is sent away. */
async function replaceOlder(
  deps: Deps,
  hub: Pick<Hub, 'screens' | 'dismiss'>,
  socket: ScreenSocket,
  turns: Map<string, number>,
): Promise<void> {
  const { screen } = socket.data
  const { adapter, sockets } = hub.screens
  const ids = [...(adapter.rooms.get(roomOf(screen.id)) ?? [])]
  const older = ids
    .filter((id) => id !== socket.id)
    .flatMap((id) => sockets.get(id) ?? [])
  hub.dismiss({
    screenId: screen.id,
    reason: 'replaced',
    except: socket.id,
    upTo: socket.data.since,
  })
  if (older.length === 0) return
  const now = deps.clock.now()
  const last = turns.get(screen.id) ?? -Infinity
  turns.set(screen.id, now)
  const addressOf = (one: ScreenSocket) => deps.callerOf(one.request).address
  const newer = addressOf(socket)
  const elsewhere = older.find((one) => addressOf(one) !== newer)
  // One box coming back after a broken line replaces itself once.
  if (!elsewhere && now - last > TURNS_WITHIN_MS) return
  const replaced = elsewhere ?? older[0]
  const from = replaced ? addressOf(replaced) : null
  await noteReplaced(deps, screen, { older: from, newer })
}

function listenForReports(deps: Deps, socket: ScreenSocket): void {
  // 40 at once, then 4 a second: a busy screen sends one in two seconds.
  const pace = createPace(deps.clock, { burst: 40, perSecond: 4 })
  socket.on('report', (report: unknown, done: unknown) => {
    const answer = (said: { ok: boolean; code?: string }) => {
      if (typeof done === 'function') (done as (a: typeof said) => void)(said)
    }
    if (!pace.take()) {
      answer({ ok: false, code: 'request.too_many' })
      return
    }
    const parsed = reportSchema.safeParse(report)
    if (!parsed.success) {
      answer({ ok: false, code: 'request.invalid' })
      return
    }
    takeReport(deps, socket.data.screen, parsed.data).then(
      () => answer({ ok: true }),
      (error: unknown) => {
        const { screenId } = socket.data
        deps.log.error({ err: error, screenId }, 'report not taken')
        answer({ ok: false, code: codeOf(error) })
      },
    )
  })
}

/** What a refused connection hears: our code, and never our insides. */
function refusal(log: Log, error: unknown): Error {
  const code = codeOf(error)
  if (code === 'internal') log.error({ err: error }, 'screen not admitted')
  const details = error instanceof AppError ? error.details : {}
  return Object.assign(new Error(code), { data: { ...details, code } })
}

function codeOf(error: unknown): string {
  return error instanceof AppError ? error.code : 'internal'
}
