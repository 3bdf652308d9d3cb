/**
 * `npm run admin -- <command>`: the operator's hand on the running CMS. It
 * speaks to the process over loopback, so that what it pushes really goes out.
 * Exit codes: 0 done, 1 refused or failed, 2 not understood.
 */
import { systemClock } from '../../shared/kernel/clock.js'
import { AUDIT_COMMANDS, type LocalCommand } from './admin/audit-commands.js'
import { COMMANDS } from './admin/commands.js'
import { helpLines } from './admin/help.js'
import { AdminError, openOperatorClient } from './admin/operator-client.js'
import { readArguments, takeCommand } from './admin/read-arguments.js'
import { takeLanguage, wordsIn } from './admin/words.js'
import { ConfigError, configErrorLines, parseConfig } from './config/config.js'
import { readEnvironment } from './config/env.js'

const say = (line: string) => void process.stdout.write(`${line}\n`)
const complain = (line: string) => void process.stderr.write(`${line}\n`)

const LOCAL: Readonly<Record<string, LocalCommand>> = AUDIT_COMMANDS

async function main(line: string[]): Promise<number> {
  const taken = takeLanguage(line)
  if (!taken) {
    complain(wordsIn('vi').fill('languageUnknown'))
    complain(wordsIn('en').fill('languageUnknown'))
    return 2
  }
  const { name, rest } = takeCommand(taken.rest)
  const words = wordsIn(taken.language)
  if (['help', '--help', '-h'].includes(name)) {
    helpLines(words).forEach(say)
    return 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  const local = Object.hasOwn(LOCAL, name) ? LOCAL[name] : undefined
  if (!command && !local) {
    complain(words.fill('commandUnknown', { name }))
    helpLines(words).forEach(say)
    return 2
  }
  try {
    const config = parseConfig(readEnvironment())
    if (local) {
      const options = readArguments(rest, local.options, words)
      await local.run({ config, words, say }, options)
    }
    if (command) {
      const options = readArguments(rest, command.options, words)
      const client = await openOperatorClient(config, words)
      await command.run({ client, clock: systemClock, words, say }, options)
    }
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
