/*
 * A picture on a slide. Where it is cut is said in custom properties made from
 * numbers only: `styles/slide.css` reads them per orientation, so that one
 * file serves both.
 */
import Handlebars from 'handlebars'
import type { ShownMedia } from '../catalogue.js'
import { cutStyle } from './cut-style.js'

const { escapeExpression } = Handlebars

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
