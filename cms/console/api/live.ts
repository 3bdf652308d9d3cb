// Live changes: the server only names what changed, the console reads it again.
import type { QueryClient } from '@tanstack/react-query'
import { io, type Socket } from 'socket.io-client'
import type {
  ConsoleToServerEvents,
  DraftEditor,
  ServerToConsoleEvents,
} from '../../../shared/contract/console-link.js'

export type LiveState = 'connecting' | 'live' | 'lost'

/** Tells anybody who listens whether changes arrive by themselves. */
export type LiveLink = {
  state(): LiveState
  subscribe(listener: () => void): () => void
  /** The others who have this draft open, now and on every change. */
  watchDraft(
    id: string,
    onOthers: (others: readonly DraftEditor[]) => void,
  ): () => void
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
  socket.on('areas:changed', () => refresh('areas'))
  socket.on('groups:changed', () => refresh('groups'))
  socket.on('notices:changed', () => refresh('notices'))
  socket.on('templates:changed', () => refresh('templates'))
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    watchDraft(id, onOthers) {
      const open = (): void => void socket.emit('draft:opened', { id })
      const hear: ServerToConsoleEvents['draft:editors'] = (what) => {
        if (what.id !== id) return
        onOthers(what.editors.filter((one) => one.connection !== socket.id))
      }
      socket.on('draft:editors', hear)
      // The server forgets with the connection; a new one says it again.
      socket.on('connect', open)
      if (socket.connected) open()
      return () => {
        socket.off('draft:editors', hear)
        socket.off('connect', open)
        if (socket.connected) socket.emit('draft:closed')
      }
    },
    stop() {
      socket.close()
      listeners.clear()
    },
  }
}
