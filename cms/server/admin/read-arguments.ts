import type { Options } from './command.js'
import { AdminError } from './operator-client.js'
import type { Words } from './words.js'

/**
 * `--name value` pairs of a command line; known names only, `name?` without a
 * value. Throws AdminError and names what it does not understand.
 */
export function readArguments(
  said: readonly string[],
  known: readonly string[],
  words: Words,
): Options {
  const options: Record<string, string[]> = {}
  const rest = [...said]
  while (rest.length > 0) {
    const word = rest.shift() ?? ''
    const [, name, inline] = /^--([a-z-]+)(?:=(.*))?$/s.exec(word) ?? []
    if (name === undefined)
      throw new AdminError(words.fill('wordUnknown', { word }))
    const isFlag = known.includes(`${name}?`)
    if (!isFlag && !known.includes(name))
      throw new AdminError(words.fill('optionUnknown', { name }))
    const value = isFlag ? 'yes' : (inline ?? rest.shift())
    if (value === undefined)
      throw new AdminError(words.fill('optionEmpty', { name }))
    options[name] = [...(options[name] ?? []), value]
  }
  return options
}

/** The command is every word before the first option: `audit verify`. */
export function takeCommand(said: readonly string[]): {
  name: string
  rest: string[]
} {
  const [name = 'help', ...rest] = said
  const [second = ''] = rest
  // Only families of commands have a second word.
  return name === 'audit' && /^[a-z]+$/.test(second)
    ? { name: `${name} ${second}`, rest: rest.slice(1) }
    : { name, rest }
}
