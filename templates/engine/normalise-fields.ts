import { toNfc } from '../../shared/text/normalise.js'
import { mapTexts } from './walk-fields.js'

/** Line breaks stay; other control characters never belong on a slide. */
const CONTROLS = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g
/**
 * Invisible characters and those that turn the reading direction around: they
 * make a text read otherwise than it was approved.
 */
const INVISIBLE =
  /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/g

/** A copy of the fields in NFC, without characters that nobody can see. */
export function normaliseFields(
  fields: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const cleaned = mapTexts(fields, undefined, (text) =>
    toNfc(text)
      .replace(/\r\n?/g, '\n')
      .replace(CONTROLS, ' ')
      .replace(INVISIBLE, '')
      .replace(/[ \u00A0]+$/gm, ''),
  )
  return { ...(cleaned as Record<string, unknown>) }
}
