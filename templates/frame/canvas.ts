import type { Orientation } from '../../shared/contract/primitives.js'

/** A rectangle on the canvas, in CSS px. */
export type Box = { left: number; top: number; width: number; height: number }

/** The glass in CSS px; a 4K screen shows the same canvas at scale 2. */
export const CANVAS: Record<Orientation, { width: number; height: number }> = {
  landscape: { width: 1920, height: 1080 },
  portrait: { width: 1080, height: 1920 },
}

/** Heights of the furniture: header with its strip, ticker, time bar above it. */
export const FURNITURE: Record<
  Orientation,
  { header: number; ticker: number; bar: number }
> = {
  landscape: { header: 148, ticker: 104, bar: 8 },
  portrait: { header: 268, ticker: 154, bar: 8 },
}

/**
 * Where a slide stands on the canvas: all of it for `full`, the room between
 * header and time bar for `furnished` (1920×820 or 1080×1490).
 */
export function contentBox(
  orientation: Orientation,
  frame: 'furnished' | 'full',
): Box {
  const { width, height } = CANVAS[orientation]
  if (frame === 'full') return { left: 0, top: 0, width, height }
  const { header, ticker, bar } = FURNITURE[orientation]
  return { left: 0, top: header, width, height: height - header - ticker - bar }
}

/**
 * Scale and offset that put the whole canvas in the middle of a viewport
 * without stretching it. Sizes in CSS px.
 */
export function fitCanvas(
  orientation: Orientation,
  viewport: { width: number; height: number },
): { scale: number; left: number; top: number } {
  const { width, height } = CANVAS[orientation]
  const scale = Math.min(viewport.width / width, viewport.height / height)
  return {
    scale,
    left: Math.round((viewport.width - width * scale) / 2),
    top: Math.round((viewport.height - height * scale) / 2),
  }
}
