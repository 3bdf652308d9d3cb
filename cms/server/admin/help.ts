import { AUDIT_COMMANDS } from './audit-commands.js'
import { COMMANDS } from './commands.js'
import type { PlainKey, Words } from './words.js'

const WIDTH = 80

type Entry = { help: PlainKey; usage?: PlainKey }

/**
 * The help, at most 80 columns wide: every command with what it does and,
 * below that, the options it takes.
 */
export function helpLines(words: Words): string[] {
  const entries: [string, Entry][] = [
    ['help', { help: 'help.help' }],
    ...Object.entries(COMMANDS),
    ...Object.entries(AUDIT_COMMANDS),
  ]
  const longest = Math.max(...entries.map(([name]) => name.length))
  const column = longest + 4
  return [
    words.fill('usage'),
    '',
    ...entries.flatMap(([name, { help, usage }]) => [
      `  ${name}`.padEnd(column) + words.fill(help),
      ...(usage ? wrap(words.fill(usage), WIDTH - column) : []).map(
        (line) => ' '.repeat(column) + line,
      ),
    ]),
    '',
    words.fill('usageLanguage'),
    words.fill('usageEnvironment'),
  ]
}

/** Breaks before an option only, so that none is torn from its value. */
function wrap(usage: string, width: number): string[] {
  const lines: string[] = []
  for (const option of usage.split(/(?<!\|) (?=--|\[--|\| )/)) {
    const longer = `${lines.at(-1) ?? ''} ${option}`
    if (lines.length > 0 && longer.length <= width)
      lines[lines.length - 1] = longer
    else lines.push(option)
  }
  return lines
}
