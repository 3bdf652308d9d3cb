import type { IncomingMessage, ServerResponse } from 'node:http'

/** Shorter than what any browser or proxy takes for a dead connection. */
const ALIVE_MS = 15_000
/** More open pages than any screen has; the oldest is let go. */
const MOST_PAGES = 8

/** Server-sent events: the newest state, whole, to every open page. */
export function createEventStream() {
  const pages = new Set<ServerResponse>()
  let newest: string | null = null
  const timer = setInterval(() => {
    for (const page of pages) page.write(': alive\n\n')
  }, ALIVE_MS)
  timer.unref()

  return {
    /** Sends it now, and again to every page that opens later. */
    send(state: object): void {
      const message = `data: ${JSON.stringify(state)}\n\n`
      if (message === newest) return
      newest = message
      for (const page of pages) page.write(message)
    },
    open(request: IncomingMessage, response: ServerResponse): void {
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      // Every write is a message somebody waits for.
      request.socket.setNoDelay(true)
      response.write('retry: 1000\n\n')
      if (newest) response.write(newest)
      pages.add(response)
      response.on('close', () => pages.delete(response))
      const [oldest] = pages
      if (oldest && pages.size > MOST_PAGES) oldest.end()
    },
    stop(): void {
      clearInterval(timer)
      for (const page of pages) page.end()
      pages.clear()
    },
  }
}
