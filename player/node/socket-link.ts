import type { Agent } from 'node:http'
import { io, type Socket } from 'socket.io-client'
import { errorCodeSchema } from '../../shared/contract/errors.js'
import type {
  ScreenToServerEvents,
  ServerToScreenEvents,
} from '../../shared/contract/screen-link.js'
import { PROTOCOL_VERSION } from '../../shared/contract/version.js'
import type { Link, LinkListener } from '../core/ports.js'

const CONNECT_MS = 10_000
const ACK_MS = 10_000

/**
 * One try at a Socket.IO link, WebSocket only. Reconnecting is the core's
 * business: it needs a fresh assertion and its own patience each time.
 */
export function openSocketLink(
  to: { cmsUrl: string; assertion: string; agent: Agent | undefined },
  listener: LinkListener,
): Link {
  const { cmsUrl, assertion, agent } = to
  const socket: Socket<ServerToScreenEvents, ScreenToServerEvents> = io(
    `${cmsUrl}/screens`,
    {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      timeout: CONNECT_MS,
      auth: { assertion, protocol: PROTOCOL_VERSION },
      ...(agent ? { agent: agent as unknown as string } : {}),
    },
  )
  let over = false
  const down = (why: { code?: string; detail: string }) => {
    if (over) return
    over = true
    socket.removeAllListeners()
    socket.disconnect()
    listener.down(why)
  }
  socket.on('connect', () => listener.up())
  socket.on('disconnect', (reason) => down({ detail: reason }))
  socket.on('connect_error', (error: Error & { data?: unknown }) => {
    const code = codeOf(error.data)
    down({ ...(code ? { code } : {}), detail: error.message.slice(0, 200) })
  })
  socket.on('release', (nudge) => listener.heard('release', nudge))
  socket.on('notice', (push) => listener.heard('notice', push))
  socket.on('recall', (push) => listener.heard('recall', push))
  socket.on('goodbye', (why) => listener.heard('goodbye', why))

  return {
    async report(report) {
      try {
        const answer: unknown = await socket
          .timeout(ACK_MS)
          .emitWithAck('report', report)
        const { ok, code } = (answer ?? {}) as { ok?: unknown; code?: string }
        if (ok === true) return 'taken'
        return isFinalRefusal(code) ? 'refused' : 'unsent'
      } catch {
        // No answer in time: it may or may not have arrived; said again later.
        return 'unsent'
      }
    },
    close: () => down({ detail: 'closed by us' }),
  }
}

/** Saying it again as it is would be refused again. */
export function isFinalRefusal(code: string | undefined): boolean {
  return (
    code === 'request.invalid' ||
    code === 'request.too_large' ||
    (code?.startsWith('seal.') ?? false) ||
    code === 'notice.not_found'
  )
}

function codeOf(carried: unknown): string | undefined {
  const code = (carried as { code?: unknown } | null | undefined)?.code
  const parsed = errorCodeSchema.safeParse(code)
  return parsed.success ? parsed.data : undefined
}
