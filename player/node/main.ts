import { launchShell } from './launch-shell.js'
import { readConfig, startCommand, stopOnSignals } from './start-command.js'

const args = process.argv.slice(2)
const config = readConfig(args)
if (!config) process.exit(2)

if (config.shell !== 'none') {
  const shell = launchShell(config.shell, args)
  if (!shell) process.exit(2)
  stopOnSignals(shell.stop)
  process.exitCode = await shell.ended
} else {
  const started = await startCommand(config)
  if (!started) process.exit(2)
  stopOnSignals(started.running.stop)
}
