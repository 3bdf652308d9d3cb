/**
 * `npm run admin -- <command>`: the operator's hand on the running CMS. It
 * speaks to the process over loopback, so that what it pushes really goes out.
 * Exit codes: 0 done, 1 refused or failed, 2 not understood.
 */
import { systemClock } from '../../shared/kernel/clock.js'
import { COMMANDS } from './admin/commands.js'
import { AdminError, openOperatorClient } from './admin/operator-client.js'
import { readArguments } from './admin/read-arguments.js'
import { ConfigError, configErrorLines, parseConfig } from './config/config.js'
import { readEnvironment } from './config/env.js'

const say = (line: string) => void process.stdout.write(`${line}\n`)
const complain = (line: string) => void process.stderr.write(`${line}\n`)

function sayHelp(): void {
  say('npm run admin -- <lệnh> [tùy chọn]')
  for (const [name, { help }] of Object.entries(COMMANDS))
    say(`  ${name} ${help}`.trimEnd())
  say('BANGTIN_DATA và BANGTIN_PORT phải giống như của CMS đang chạy.')
}

async function main([name = 'help', ...rest]: string[]): Promise<number> {
  if (['help', '--help', '-h'].includes(name)) {
    sayHelp()
    return 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) {
    complain(`Không có lệnh "${name}".`)
    sayHelp()
    return 2
  }
  try {
    const options = readArguments(rest, command.options)
    const client = await openOperatorClient(parseConfig(readEnvironment()))
    await command.run({ client, clock: systemClock, say }, options)
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
