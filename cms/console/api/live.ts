// Live changes: the server only names what changed, the console reads it again.
import type { QueryClient } from '@tanstack/react-query'
import { io, type Socket } from 'socket.io-client'
import type {
  ConsoleToServerEvents,
  ServerToConsoleEvents,
} from '../../../shared/contract/console-link.js'

export type LiveState = 'connecting' | 'live' | 'lost'

/** Tells anybody who listens whether changes arrive by themselves. */
export type LiveLink = {
  state(): LiveState
  subscribe(listener: () => void): () => void
  stop(): void
}

/**
 * Opens the live link for a signed-in person; `stop` closes it. A reconnect
 * reads everything again, because events may have been missed meanwhile.
 */
export function startLive(queries: QueryClient): LiveLink {
  const socket: Socket<ServerToConsoleEvents, ConsoleToServerEvents> = io(
    '/console',
    { transports: ['websocket'], reconnectionDelayMax: 10_000 },
  )
  const listeners = new Set<() => void>()
  let state: LiveState = 'connecting'
  const enter = (next: LiveState): void => {
    state = next
    for (const listener of listeners) listener()
  }
  const refresh = (...queryKey: string[]): void => {
    void queries.invalidateQueries({ queryKey })
  }
  socket.on('connect', () => {
    const wasAway = state === 'lost'
    enter('live')
    if (wasAway) void queries.invalidateQueries()
  })
  socket.on('disconnect', () => enter('lost'))
  socket.on('connect_error', () => enter('lost'))
  socket.on('bulletins:changed', ({ id }) => {
    refresh('bulletins')
    refresh('bulletin', id)
  })
  socket.on('screens:changed', () => {
    refresh('screens')
    // How far a live bulletin has come is part of its page.
    refresh('bulletin')
  })
  socket.on('notices:changed', () => refresh('notices'))
  socket.on('templates:changed', () => refresh('templates'))
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop() {
      socket.close()
      listeners.clear()
    },
  }
}
