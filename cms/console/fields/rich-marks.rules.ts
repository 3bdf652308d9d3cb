// Putting the marks of bold, italics and lists around what is selected.
export type Selection = { start: number; end: number }

/** The mark on both sides, or off when it is there; words stay selected. */
export function marked(
  text: string,
  { start, end }: Selection,
  mark: string,
): { text: string } & Selection {
  const inside = text.slice(start, end)
  const lead = inside.length - inside.trimStart().length
  const from = start + lead
  const to = Math.max(from, from + inside.trim().length)
  const before = text.slice(0, from)
  const words = text.slice(from, to)
  const after = text.slice(to)
  const isOn =
    before.endsWith(mark) &&
    after.startsWith(mark) &&
    // One star of a bold pair is no italics.
    (mark !== '*' || !before.endsWith('**') || before.endsWith('***'))
  const size = mark.length
  return isOn
    ? {
        text: before.slice(0, -size) + words + after.slice(size),
        start: from - size,
        end: to - size,
      }
    : {
        text: before + mark + words + mark + after,
        start: from + size,
        end: to + size,
      }
}

/** Every selected line an item, or none of them when all were. */
export function listed(
  text: string,
  { start, end }: Selection,
  kind: 'bullet' | 'number',
): { text: string } & Selection {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const stop = text.indexOf('\n', Math.max(start, end))
  const to = stop === -1 ? text.length : stop
  const lines = text.slice(from, to).split('\n')
  const own = kind === 'bullet' ? /^- / : /^\d{1,3}\. /
  const any = /^(?:- |\d{1,3}\. )/
  const off = lines.every((line) => own.test(line))
  const made = lines
    .map((line) => line.replace(any, ''))
    .map((line, at) =>
      off ? line : `${kind === 'bullet' ? '- ' : `${at + 1}. `}${line}`,
    )
    .join('\n')
  return {
    text: text.slice(0, from) + made + text.slice(to),
    start: from,
    end: from + made.length,
  }
}
