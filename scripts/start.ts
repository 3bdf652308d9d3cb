/**
 * `npm start`: the main job on this machine. Starts the demo province's CMS
 * and one screen that plays, and prints where to look. Data stays; a second
 * start only starts.
 */
import { parseArgs } from 'node:util'
import type { Child } from './child-process.js'
import {
  pairDemoScreen,
  prepareDemo,
  publishDemo,
  startDemoCms,
  startDemoPlayer,
  whenSynced,
} from './demo/run-demo.js'

const { values: flags } = parseArgs({
  options: { shell: { type: 'string', default: 'none' } },
})
const env = {
  ...process.env,
  BANGTIN_DATA: process.env['BANGTIN_DATA'] ?? './data',
  BANGTIN_LOG: process.env['BANGTIN_LOG'] ?? 'warn',
}
// The player's log carries the pairing code, which this script reads.
const playerEnv = { ...env, BANGTIN_LOG: 'info' }
const children: Child[] = []

async function main(): Promise<void> {
  const demo = await prepareDemo(env)
  const cms = await startDemoCms(env, showLine)
  children.push(cms.child)
  const player = await startDemoPlayer(playerEnv, cms.url, {
    shell: flags.shell,
    onLine: showWarning,
  })
  children.push(player.child)
  // A bulletin needs a screen to be for, so the screen comes first.
  await pairDemoScreen(cms.url, demo, player.child)
  await publishDemo(env, cms.url, demo)
  await whenSynced(cms.url, demo)

  print([
    '',
    `CMS ready: ${cms.url}`,
    `Screen ready: ${player.url}`,
    '',
    'Tài khoản dùng thử / Demo accounts:',
    ...demo.accounts.map(
      ({ username, password, role }) =>
        `  ${username.padEnd(8)} ${password}   ${role}`,
    ),
    '',
    'Ctrl+C để dừng; dữ liệu được giữ lại. / Ctrl+C stops; all data is kept.',
  ])
  await Promise.race([cms.child.ended, player.child.ended])
  await stopAll(1)
}

function showLine(line: string): void {
  // The "ready" lines are printed once, at the end, by us.
  if (!/(CMS|Screen) ready: /.test(line)) print([line])
}

function showWarning(line: string): void {
  if (/"level":(40|50|60)/.test(line)) print([line])
}

function print(lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

async function stopAll(code: number): Promise<void> {
  await Promise.all(children.map((child) => child.stop()))
  process.exit(code)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void stopAll(0))
}

main().catch(async (error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\n`,
  )
  await stopAll(1)
})
