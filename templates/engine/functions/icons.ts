import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { refuseTemplate } from '../refuse-template.js'

/** Drawings on a 32 × 32 grid, stroked with the colour of the text. */
export type Icons = ReadonlyMap<string, string>

const SHAPES = /^(<(path|circle|rect|ellipse)( [a-z-]+="[^"<>&]*")+ ?\/>)+$/

/**
 * Reads the icon list and checks that each is made of plain shapes.
 * @throws AppError template.invalid
 */
export function readIcons(file: string): Icons {
  let list: Record<string, string>
  try {
    list = z
      .record(z.string(), z.string())
      .parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    refuseTemplate(file, '', 'Not a list of icons.', cause)
  }
  for (const [name, shapes] of Object.entries(list)) {
    if (!SHAPES.test(shapes)) {
      refuseTemplate(file, `/${name}`, 'Only plain shapes make an icon.')
    }
  }
  return new Map(Object.entries(list))
}

/** @throws Error when there is no such icon, with its name */
export function drawIcon(icons: Icons, name: unknown): string {
  const shapes = typeof name === 'string' ? icons.get(name) : undefined
  if (!shapes) throw new Error(`there is no icon "${String(name)}"`)
  return `<svg class="ic" viewBox="0 0 32 32" aria-hidden="true">${shapes}</svg>`
}
