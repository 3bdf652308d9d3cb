import type { Clock } from '../../../shared/kernel/clock.js'
import type { OperatorClient } from './operator-client.js'
import type { PlainKey, Words } from './words.js'

export type CommandContext = {
  client: OperatorClient
  clock: Clock
  words: Words
  say: (line: string) => void
}

/** Values of `--name value`; a name may come several times. */
export type Options = Readonly<Record<string, readonly string[] | undefined>>

export type Command = {
  /** What it does. */
  help: PlainKey
  /** The options it takes, as a person types them. */
  usage?: PlainKey
  /** Names it knows; `?` marks those without a value. */
  options: readonly string[]
  run(context: CommandContext, options: Options): Promise<void>
}
