/*
 * Nobody stands in front of a kiosk to press reload. An error of our own page
 * is told to the core, and the page starts anew by itself, ever more slowly.
 */
import { backoffMs, type BackoffPolicy } from '../../shared/kernel/backoff.js'
import type { Clock } from '../../shared/kernel/clock.js'

const RELOAD: BackoffPolicy = {
  firstMs: 2000,
  maxMs: 120_000,
  factor: 2,
  jitter: 0.1,
}
/** After this long without an error the next one counts as the first. */
const CALM_MS = 600_000
const STORED = 'stage-errors'

type Stored = { count: number; at: number }

/** Watches for errors and reloads; takes away what a visitor could do. */
export function guardPage(
  view: Window,
  clock: Clock,
  report: (message: string) => void,
): void {
  let isReloading = false
  const onError = (message: string) => {
    report(message)
    if (isReloading) return
    isReloading = true
    const last = readStored(view)
    const now = clock.now()
    const count = now - last.at < CALM_MS ? last.count + 1 : 0
    view.sessionStorage.setItem(STORED, JSON.stringify({ count, at: now }))
    const waitMs = backoffMs(RELOAD, count, Math.random())
    view.setTimeout(() => view.location.reload(), waitMs)
  }
  view.addEventListener('error', (event) => {
    // The browser's word that a resize is told one frame later: no fault.
    if (!event.message.startsWith('ResizeObserver loop')) onError(event.message)
  })
  view.addEventListener('unhandledrejection', (event) => {
    onError(String(event.reason))
  })
  for (const name of ['contextmenu', 'dragstart', 'selectstart']) {
    view.addEventListener(name, (event) => event.preventDefault())
  }
}

function readStored(view: Window): Stored {
  try {
    const stored: unknown = JSON.parse(
      view.sessionStorage.getItem(STORED) ?? 'null',
    )
    const { count, at } = stored as Stored
    return { count: Number(count) || 0, at: Number(at) || 0 }
  } catch {
    // Nothing stored yet, or not ours.
    return { count: 0, at: 0 }
  }
}
