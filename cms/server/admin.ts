/**
 * `npm run admin -- <command>`: the operator's hand on the running CMS. It
 * speaks to the process over loopback, so that what it pushes really goes out.
 * Exit codes: 0 done, 1 refused or failed, 2 not understood.
 */
import { systemClock } from '../../shared/kernel/clock.js'
import { COMMANDS } from './admin/commands.js'
import { helpLines } from './admin/help.js'
import { AdminError, openOperatorClient } from './admin/operator-client.js'
import { readArguments } from './admin/read-arguments.js'
import { takeLanguage, wordsIn } from './admin/words.js'
import { ConfigError, configErrorLines, parseConfig } from './config/config.js'
import { readEnvironment } from './config/env.js'

const say = (line: string) => void process.stdout.write(`${line}\n`)
const complain = (line: string) => void process.stderr.write(`${line}\n`)

async function main(line: string[]): Promise<number> {
  const taken = takeLanguage(line)
  if (!taken) {
    complain(wordsIn('vi').fill('languageUnknown'))
    complain(wordsIn('en').fill('languageUnknown'))
    return 2
  }
  const [name = 'help', ...rest] = taken.rest
  const words = wordsIn(taken.language)
  if (['help', '--help', '-h'].includes(name)) {
    helpLines(words).forEach(say)
    return 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) {
    complain(words.fill('commandUnknown', { name }))
    helpLines(words).forEach(say)
    return 2
  }
  try {
    const options = readArguments(rest, command.options, words)
    const client = await openOperatorClient(
      parseConfig(readEnvironment()),
      words,
    )
    await command.run({ client, clock: systemClock, words, say }, options)
    return 0
  } catch (error) {
    const lines =
      error instanceof ConfigError
        ? configErrorLines(error)
        : error instanceof AdminError
          ? error.lines
          : [String(error)]
    lines.forEach(complain)
    return error instanceof ConfigError ? 2 : 1
  }
}

process.exitCode = await main(process.argv.slice(2))
