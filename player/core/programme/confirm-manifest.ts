import type { Clock } from '../../../shared/kernel/clock.js'
import type { Keeper } from '../keep-document.js'
import type { Journal } from '../saved-state.js'
import type { Programme } from './programme.js'

/** The stage need not hear of every poll; rules count in hours. */
const TELL_EVERY_MS = 30 * 60_000

type Deps = {
  programme: Programme
  journal: Keeper<Journal>
  clock: Clock & { isWrong(): boolean }
}

/**
 * The CMS has just said that what we play is the newest. Kept with the
 * journal: lost with it, it costs ten minutes.
 */
export function confirmManifest(deps: Deps): void {
  if (deps.clock.isWrong()) return
  const now = deps.clock.now()
  deps.journal.note((journal) => ({ ...journal, confirmedAt: now }))
  const told = deps.programme.parts().confirmedAt ?? 0
  if (Math.abs(now - told) >= TELL_EVERY_MS)
    deps.programme.set({ confirmedAt: now })
}

/** What to believe at the start: the journal, or when the seal was made. */
export function confirmedBefore(
  journal: Journal,
  current: { issuedAt: string } | null,
): number | null {
  const sealedAt = current ? Date.parse(current.issuedAt) : 0
  return Math.max(journal.confirmedAt ?? 0, sealedAt) || null
}
