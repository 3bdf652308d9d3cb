import type { Authenticate } from '../http/authenticate.js'
import { isOwnOrigin } from '../http/origin.js'
import type { ConsoleNamespace } from './hub.js'

type Deps = { authenticate: Authenticate; publicUrl: string | null }

/** How often a connection is asked whether its session still lives. */
const RECHECK_MS = 5 * 60_000

/**
 * Where consoles listen: signed-in people from our own pages. Returns its
 * stop. Nudges carry ids only, so who may see what stays with the API.
 */
export function openConsoleDoor(
  consoles: ConsoleNamespace,
  deps: Deps,
): () => void {
  consoles.use((socket, next) => {
    if (!isOwnOrigin(socket.request, deps.publicUrl)) {
      next(refusal('request.wrong_origin'))
      return
    }
    deps.authenticate(socket.request).then(
      (actor) => (actor ? next() : next(refusal('auth.required'))),
      () => next(refusal('internal')),
    )
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
