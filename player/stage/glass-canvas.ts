/** The canvas on the glass: scaled to the viewport, shifted against burn-in. */
import { CANVAS, fitCanvas } from '../../templates/frame/canvas.js'
import type { Orientation } from '../../shared/contract/primitives.js'

export type GlassCanvas = {
  element: HTMLElement
  /** Moves it by a few px every ten minutes of `now`. Cheap to call often. */
  shift(now: number): void
  remove(): void
}

/** How long it stands in one place, and where it goes: ±4 canvas px. */
const SHIFT_EVERY_MS = 600_000
const SHIFTS: readonly (readonly [number, number])[] = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
  [-4, 4],
  [-4, 0],
  [-4, -4],
  [0, -4],
  [4, -4],
]

/**
 * A little larger than the glass, so that a shift never bares an edge. What is
 * cut is far outside the safe area of 5 %.
 */
const OVERSCAN: Record<Orientation, number> = {
  landscape: 1 + 8 / CANVAS.landscape.height,
  portrait: 1 + 8 / CANVAS.portrait.width,
}

/** The place at an instant: a function of time, so that a reload keeps it. */
export function shiftAt(now: number): readonly [number, number] {
  const step = Math.floor(now / SHIFT_EVERY_MS) % SHIFTS.length
  return SHIFTS[step] ?? [0, 0]
}

/** Puts an empty canvas on `root` and keeps it fitted to the window. */
export function createGlassCanvas(
  root: HTMLElement,
  orientation: Orientation,
): GlassCanvas {
  const element = root.ownerDocument.createElement('div')
  const { width, height } = CANVAS[orientation]
  element.className = 'canvas'
  element.style.width = `${width}px`
  element.style.height = `${height}px`
  root.append(element)
  let [x, y] = shiftAt(0)

  const place = () => {
    const viewport = { width: root.clientWidth, height: root.clientHeight }
    const fitted = fitCanvas(orientation, viewport)
    const scale = fitted.scale * OVERSCAN[orientation]
    const over = (scale - fitted.scale) / 2
    const dx = fitted.left - width * over + x * scale
    const dy = fitted.top - height * over + y * scale
    element.style.transform = `translate(${dx}px,${dy}px) scale(${scale})`
  }
  const observer = new ResizeObserver(place)
  observer.observe(root)
  place()
  return {
    element,
    shift(now) {
      const [nextX, nextY] = shiftAt(now)
      if (nextX === x && nextY === y) return
      x = nextX
      y = nextY
      place()
    },
    remove() {
      observer.disconnect()
      element.remove()
    },
  }
}
