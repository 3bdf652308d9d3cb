/** How long changes take, in ms. No slide ever flashes, slides in or zooms. */
export type Motion = { slideMs: number; urgentMs: number; pageMs: number }

const FULL: Motion = { slideMs: 600, urgentMs: 300, pageMs: 400 }
const NONE: Motion = { slideMs: 0, urgentMs: 0, pageMs: 0 }

/** The motion this display wants: none where the system asks for calm. */
export function preferredMotion(view: Window): Motion {
  const calm = view.matchMedia('(prefers-reduced-motion: reduce)').matches
  return calm ? NONE : FULL
}
