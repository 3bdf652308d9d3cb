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
}
export type ConsoleToServerEvents = Record<string, never>
