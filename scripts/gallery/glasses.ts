import type { Orientation } from '../../shared/contract/primitives.js'

/** A glass that slides are proven on. Sizes in device px. */
export type Glass = {
  name: string
  width: number
  height: number
  orientation: Orientation
  /** Text enlargement: a coarse or small glass is read from as far away. */
  textStep: number
}

export const GLASSES: readonly Glass[] = [
  glass('full-hd', [1920, 1080], 1),
  glass('portrait', [1080, 1920], 1),
  glass('small', [1366, 768], 1.3),
  glass('led', [960, 540], 1.72),
  glass('4k', [3840, 2160], 1),
]

/** Every step of text on both orientations: what a release must stand. */
export const STEPS = [1, 1.15, 1.3, 1.5, 1.72] as const

function glass(
  name: string,
  [width, height]: readonly [number, number],
  textStep: number,
): Glass {
  const orientation = width > height ? 'landscape' : 'portrait'
  return { name, width, height, orientation, textStep }
}
