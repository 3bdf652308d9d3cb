/** `npm run player -- …`: runs the built player with the same arguments. */
import { spawn } from 'node:child_process'

const child = spawn(
  process.execPath,
  ['dist/player/main.mjs', ...process.argv.slice(2)],
  { stdio: 'inherit' },
)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => child.kill(signal))
}
child.on('exit', (code, signal) => {
  process.exitCode = signal ? 1 : (code ?? 1)
})
