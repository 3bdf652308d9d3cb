/*
 * A picture on a slide. Where it is cut is said in custom properties made from
 * numbers only: `styles/slide.css` reads them per orientation, so that one
 * file serves both.
 */
import Handlebars from 'handlebars'
import type { ShownMedia } from '../catalogue.js'

const { escapeExpression } = Handlebars
const WHOLE = { x: 0, y: 0, width: 1, height: 1 }

/** The `<img>` of a picture; nothing but its words comes from a person. */
export function drawPicture(shown: ShownMedia): string {
  if (!/^[0-9a-f]{64}$/.test(shown.sha256))
    throw new Error('a picture is named by its hash')
  const style = cutStyle(shown)
  return (
    `<img class="photo" src="${shown.sha256}"` +
    ` alt="${escapeExpression(shown.alt ?? '')}"` +
    `${style === '' ? '' : ` style="${style}"`}>`
  )
}

/** `--focus-l`, `--crop-l`, `--focus-p`, `--crop-p`; '' when it has none. */
export function cutStyle({ focus, crops }: ShownMedia): string {
  const parts: string[] = []
  for (const [side, cut] of [
    ['l', crops?.landscape],
    ['p', crops?.portrait],
  ] as const) {
    const { x, y, width, height } = cut ?? WHOLE
    if (focus) {
      const across = percent((focus.x - x) / width)
      const down = percent((focus.y - y) / height)
      parts.push(`--focus-${side}:${across} ${down}`)
    }
    if (!cut) continue
    const sides = [y, 1 - x - width, 1 - y - height, x].map(percent)
    parts.push(`--crop-${side}:inset(${sides.join(' ')})`)
  }
  return parts.join(';')
}

function percent(share: number): string {
  const kept = Math.min(1, Math.max(0, Number(share)))
  return `${Math.round(kept * 1000) / 10}%`
}
