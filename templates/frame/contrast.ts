type Colour = { r: number; g: number; b: number; a: number }

/**
 * Contrast of an element's text on the ground behind it (WCAG 2.x, 1 … 21), or
 * null where the ground is a picture, a gradient or half transparent.
 */
export function textContrast(element: Element): number | null {
  const view = element.ownerDocument.defaultView
  if (!view) return null
  const ink = readColour(view.getComputedStyle(element).color)
  const ground = groundOf(element, view)
  if (!ink || !ground || ink.a < 1) return null
  const [light, dark] = [luminance(ink), luminance(ground)].sort(
    (a, b) => b - a,
  )
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

function groundOf(element: Element, view: Window): Colour | null {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const style = view.getComputedStyle(at)
    if (style.backgroundImage !== 'none') return null
    const colour = readColour(style.backgroundColor)
    if (!colour) return null
    if (colour.a === 1) return colour
    if (colour.a > 0) return null
  }
  return { r: 255, g: 255, b: 255, a: 1 }
}

/** Reads what getComputedStyle gives: rgb(…) or rgba(…). */
export function readColour(value: string): Colour | null {
  const numbers = /^rgba?\(([^)]+)\)$/.exec(value)?.[1]
  if (!numbers) return null
  const [r, g, b, a = 1] = numbers.split(/[\s,/]+/).map(Number)
  if (r === undefined || g === undefined || b === undefined) return null
  return { r, g, b, a }
}

function luminance({ r, g, b }: Colour): number {
  const linear = (channel: number) => {
    const c = channel / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}
