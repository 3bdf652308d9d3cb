import type { ShownMedia } from '../catalogue.js'

const WHOLE = { x: 0, y: 0, width: 1, height: 1 }

/**
 * Where a picture is cut, as custom properties made from numbers only:
 * `--focus-l`, `--crop-l`, `--focus-p`, `--crop-p`; '' when it has none.
 * Pure, so that the console shows the very same cut.
 */
export function cutStyle({
  focus,
  crops,
}: Pick<ShownMedia, 'focus' | 'crops'>): string {
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
