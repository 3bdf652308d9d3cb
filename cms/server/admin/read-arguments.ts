import { AdminError } from './operator-client.js'
import type { Options } from './commands.js'

/**
 * `--name value` pairs of a command line; known names only, `name?` without a
 * value. Throws AdminError and names what it does not understand.
 */
export function readArguments(
  said: readonly string[],
  known: readonly string[],
): Options {
  const options: Record<string, string[]> = {}
  const rest = [...said]
  while (rest.length > 0) {
    const word = rest.shift() ?? ''
    const [, name, inline] = /^--([a-z-]+)(?:=(.*))?$/s.exec(word) ?? []
    if (name === undefined) throw new AdminError(`Không hiểu "${word}".`)
    const isFlag = known.includes(`${name}?`)
    if (!isFlag && !known.includes(name))
      throw new AdminError(`Không có tùy chọn --${name}.`)
    const value = isFlag ? 'yes' : (inline ?? rest.shift())
    if (value === undefined) throw new AdminError(`--${name} cần một giá trị.`)
    options[name] = [...(options[name] ?? []), value]
  }
  return options
}
