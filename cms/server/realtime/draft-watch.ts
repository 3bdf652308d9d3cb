/**
 * Who has which draft open now, told to those who have it open too. Nothing is
 * locked by it: saves are held against their version. It is forgotten with the
 * connection, on every node.
 */
import { draftOpenedSchema } from '../../../shared/contract/console-link.js'
import type { Log } from '../../../shared/kernel/log.js'
import type { Actor } from '../rooms/accounts/actor.js'
import { mayEditDraft } from '../rooms/bulletins/may-edit-draft.js'
import type { ConsoleNamespace } from './hub.js'

type Deps = Parameters<typeof mayEditDraft>[0] & { log: Log }
type ConsoleSocket = Parameters<Parameters<ConsoleNamespace['use']>[0]>[0]

/** Listens on one connection; a tab has one draft open at most. */
export function watchDrafts(
  deps: Deps,
  consoles: ConsoleNamespace,
  { socket, actor }: { socket: ConsoleSocket; actor: Actor },
): void {
  const tell = (id: string): void => {
    tellEditors(consoles, id).catch((error: unknown) =>
      deps.log.warn({ err: error }, 'editors of a draft not told'),
    )
  }
  const leave = async (): Promise<void> => {
    const { draftId } = socket.data
    if (draftId === null) return
    socket.data.draftId = null
    await socket.leave(roomOf(draftId))
    tell(draftId)
  }
  const open = async (id: string): Promise<void> => {
    if (socket.data.draftId !== id) await leave()
    if (!(await mayEditDraft(deps, actor, id)) || !socket.connected) return
    socket.data.draftId = id
    await socket.join(roomOf(id))
    tell(id)
  }
  const quietly = (work: Promise<void>): void => {
    work.catch((error: unknown) =>
      deps.log.warn({ err: error }, 'draft not watched'),
    )
  }
  socket.on('draft:opened', (what: unknown) => {
    const parsed = draftOpenedSchema.safeParse(what)
    if (parsed.success) quietly(open(parsed.data.id))
  })
  socket.on('draft:closed', () => quietly(leave()))
  socket.on('disconnect', () => quietly(leave()))
}

async function tellEditors(
  consoles: ConsoleNamespace,
  id: string,
): Promise<void> {
  const sockets = await consoles.in(roomOf(id)).fetchSockets()
  const editors = sockets.map((socket) => ({
    connection: socket.id,
    ...socket.data.person,
  }))
  consoles.in(roomOf(id)).emit('draft:editors', { id, editors })
}

function roomOf(id: string): string {
  return `draft:${id}`
}
