import type { Authenticate } from '../http/authenticate.js'
import { isWelcomeOrigin, type OriginRules } from '../http/origin.js'
import type { Actor } from '../rooms/accounts/actor.js'
import { watchDrafts } from './draft-watch.js'
import type { ConsoleNamespace } from './hub.js'

type Deps = Parameters<typeof watchDrafts>[0] & {
  authenticate: Authenticate
  origins: OriginRules
}

/** How often a connection is asked whether its session still lives. */
const RECHECK_MS = 5 * 60_000

/**
 * Where consoles listen: signed-in people from our own pages. Returns its
 * stop. Nudges carry ids only, so who may see what stays with the API;
 * who has a draft open is told to those who may write in it.
 */
export function openConsoleDoor(
  consoles: ConsoleNamespace,
  deps: Deps,
): () => void {
  const actors = new WeakMap<object, Actor>()
  consoles.use((socket, next) => {
    if (!isWelcomeOrigin(socket.request, deps.origins)) {
      next(refusal('request.wrong_origin'))
      return
    }
    deps.authenticate(socket.request).then(
      (actor) => {
        if (!actor) return next(refusal('auth.required'))
        const person = { personId: actor.id, name: actor.displayName }
        Object.assign(socket.data, { person, draftId: null })
        actors.set(socket, actor)
        next()
      },
      () => next(refusal('internal')),
    )
  })
  consoles.on('connection', (socket) => {
    const actor = actors.get(socket)
    if (actor) watchDrafts(deps, consoles, { socket, actor })
  })
  const timer = setInterval(() => {
    for (const socket of consoles.sockets.values())
      void deps.authenticate(socket.request).then(
        (actor) => {
          if (!actor) socket.disconnect(true)
        },
        () => {
          // The database is away for a moment; asked again next time.
        },
      )
  }, RECHECK_MS)
  timer.unref()
  return () => clearInterval(timer)
}

function refusal(code: string): Error {
  return Object.assign(new Error(code), { data: { code } })
}
