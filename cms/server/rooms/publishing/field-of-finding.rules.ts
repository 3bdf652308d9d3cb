/** Which field of a bulletin a fault on the glass came from. */

/** Longest first words of a finding that are looked for. */
const LEAST_LETTERS = 2

/**
 * The JSON pointer of the field whose text was found at fault; '' when no
 * field has it (a fixed word, a figure that was drawn).
 */
export function fieldOfFinding(
  fields: Readonly<Record<string, unknown>>,
  text: string,
): string {
  const wanted = plain(text)
  if (wanted.length < LEAST_LETTERS) return ''
  const texts = [...textsOf(fields, '')].map((one) => ({
    ...one,
    text: plain(one.text),
  }))
  const holding = texts.find((one) => one.text.includes(wanted))
  // A box of several fields quotes them in a row: the first one names it.
  const inside = texts
    .filter((one) => one.text.length >= LEAST_LETTERS)
    .filter((one) => wanted.includes(one.text.slice(0, wanted.length)))
    .sort((a, b) => b.text.length - a.text.length)[0]
  return (holding ?? inside)?.pointer ?? ''
}

function* textsOf(
  value: unknown,
  pointer: string,
): Generator<{ pointer: string; text: string }> {
  if (typeof value === 'string') yield { pointer, text: value }
  if (value === null || typeof value !== 'object') return
  for (const [name, part] of Object.entries(value)) {
    yield* textsOf(part, `${pointer}/${name}`)
  }
}

/** As the glass quotes it: one kind of space, markup and case aside. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00A0*_]+/gu, ' ')
    .trim()
    .toLowerCase()
}
