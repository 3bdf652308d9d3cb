import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import type { BetterAuthPlugin } from 'better-auth'
import { z } from 'zod'

/**
 * Lets our own ways of proving who somebody is (a passkey) end in one of
 * better-auth's sessions, with its cookie. Reachable from this process only.
 */
export function openedSessions() {
  return {
    id: 'bangtin-opened-sessions',
    endpoints: {
      openPersonSession: createAuthEndpoint.serverOnly(
        {
          method: 'POST',
          body: z.object({ personId: z.string() }),
          requireHeaders: true,
        },
        async (context) => {
          const { internalAdapter } = context.context
          const user = await internalAdapter.findUserById(context.body.personId)
          if (user === null) throw context.error('NOT_FOUND')
          const session = await internalAdapter.createSession(user.id, false)
          await setSessionCookie(context, { session, user })
          return context.json({ token: session.token, user: { id: user.id } })
        },
      ),
    },
  } satisfies BetterAuthPlugin
}
