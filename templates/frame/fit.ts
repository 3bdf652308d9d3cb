/** No text on the glass is smaller than this, in CSS px. */
export const FLOOR_PX = 32

/** Sub-pixel rounding of Chromium's box sizes; not a visible overflow. */
const TOLERANCE_PX = 1

/** Whether the content of a box is larger than the box. */
export function overflows(element: HTMLElement): boolean {
  return (
    element.scrollHeight > element.clientHeight + TOLERANCE_PX ||
    element.scrollWidth > element.clientWidth + TOLERANCE_PX
  )
}

/**
 * Reads `data-fit="min,max"` (CSS px at text step 1). Null when it is not two
 * positive numbers, so that a slip in a template leaves its own size in place.
 */
export function readFit(value: string): { min: number; max: number } | null {
  const [min, max, ...rest] = value.split(',').map(Number)
  if (min === undefined || max === undefined || rest.length > 0) return null
  if (!(min > 0) || !(max >= min)) return null
  return { min, max }
}

/**
 * Gives the element the largest size between its `data-fit` bounds, × the text
 * step and never under the floor, at which its box does not overflow. Stays at
 * the smallest when nothing fits: `measure` then reports it.
 *
 * @returns the size it got in CSS px, or null when it has no valid bounds.
 */
export function fitElement(
  element: HTMLElement,
  textStep: number,
): number | null {
  const bounds = readFit(element.dataset['fit'] ?? '')
  if (!bounds) return null
  const smallest = Math.max(FLOOR_PX, Math.round(bounds.min * textStep))
  const largest = Math.max(smallest, Math.round(bounds.max * textStep))
  const fits = (size: number) => {
    element.style.fontSize = `${size}px`
    return !overflows(element)
  }
  if (fits(largest)) return largest
  // Each try is a layout of the slide: halving needs seven where steps need 80.
  let low = smallest
  let high = largest - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(middle)) low = middle
    else high = middle - 1
  }
  element.style.fontSize = `${low}px`
  return low
}
