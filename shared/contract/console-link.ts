import { z } from 'zod'
import { idSchema } from './primitives.js'

/** A tab has this draft open; it closes with the tab. */
export const draftOpenedSchema = z.object({ id: idSchema })

/** One tab that has a draft open. */
export type DraftEditor = {
  connection: string
  personId: string
  name: string
}

/**
 * Socket.IO namespace `/console`: nudges only. The console fetches again what
 * is named; a lost event costs seconds, never correctness.
 */
export type ServerToConsoleEvents = {
  'areas:changed': (what: { id: string }) => void
  'groups:changed': (what: { id: string }) => void
  'bulletins:changed': (what: { id: string }) => void
  'screens:changed': (what: { id: string }) => void
  'notices:changed': (what: { id: string }) => void
  'templates:changed': (what: { id: string }) => void
  /** Everybody who has the draft open, told to each of them. */
  'draft:editors': (what: { id: string; editors: DraftEditor[] }) => void
}
export type ConsoleToServerEvents = {
  'draft:opened': (what: z.input<typeof draftOpenedSchema>) => void
  'draft:closed': () => void
}
