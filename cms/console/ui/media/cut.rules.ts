// Moving the focal point and the cut of a picture, in shares of its sides.
import type {
  Crop,
  Crops,
  Focus,
} from '../../../../shared/contract/api/media.js'

/** What is kept of how a picture is cut. */
export type Cut = { focus: Focus; crops: Crops }

export type Shift = { x: number; y: number }

/** Never smaller: what is cut finer than this is blurred on the glass. */
export const CUT_MIN = 0.1

const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value))

/** Three decimals are finer than a pixel of 4K. */
const round = (value: number): number => Math.round(value * 1000) / 1000

export function moveFocus(focus: Focus, by: Shift): Focus {
  return {
    x: round(clamp(focus.x + by.x, 0, 1)),
    y: round(clamp(focus.y + by.y, 0, 1)),
  }
}

/** Moved whole, kept inside. */
export function moveCrop(crop: Crop, by: Shift): Crop {
  return {
    ...crop,
    x: round(clamp(crop.x + by.x, 0, 1 - crop.width)),
    y: round(clamp(crop.y + by.y, 0, 1 - crop.height)),
  }
}

/** Its far corner moved; the near one stays. */
export function sizeCrop(crop: Crop, by: Shift): Crop {
  return {
    ...crop,
    width: round(clamp(crop.width + by.x, CUT_MIN, 1 - crop.x)),
    height: round(clamp(crop.height + by.y, CUT_MIN, 1 - crop.y)),
  }
}

/** What an arrow key means; null for other keys. A finer step with Alt. */
export function arrowShift(key: string, fine: boolean): Shift | null {
  const step = fine ? 0.005 : 0.02
  if (key === 'ArrowLeft') return { x: -step, y: 0 }
  if (key === 'ArrowRight') return { x: step, y: 0 }
  if (key === 'ArrowUp') return { x: 0, y: -step }
  if (key === 'ArrowDown') return { x: 0, y: step }
  return null
}

/**
 * The largest part of a picture with a ratio of width to height, around its
 * focal point: where a hand begins.
 */
export function firstCrop(
  picture: { width: number; height: number },
  focus: Focus,
  ratio: number,
): Crop {
  const own = picture.width / picture.height
  const width = own > ratio ? ratio / own : 1
  const height = own > ratio ? 1 : own / ratio
  return {
    x: round(clamp(focus.x - width / 2, 0, 1 - width)),
    y: round(clamp(focus.y - height / 2, 0, 1 - height)),
    width: round(width),
    height: round(height),
  }
}
