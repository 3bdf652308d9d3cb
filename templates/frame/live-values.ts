import type { Language } from '../../shared/contract/primitives.js'

/** What the glass knows at this moment. Instants are trusted ms since epoch. */
export type LiveValues = {
  now: number
  timeZone: string
  language: Language
  /** 0-based page of the slide, and how many it has. */
  page: number
  pages: number
  /** How much of the slot is over, 0–1. */
  progress: number
  ticker?: { text: string; index: number; count: number }
  /** Told when the programme is older than it was meant to be. */
  asOf?: number
  screenName?: string
}
