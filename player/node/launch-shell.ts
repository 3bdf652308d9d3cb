/*
 * `--shell electron|chromium`: the shell is a program of its own that runs
 * this same core. We only find it, start it and pass on its end.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

export type LaunchedShell = {
  ended: Promise<number>
  stop(): Promise<void>
}

/** Starts the shell; null, with one line on stderr, when it is not here. */
export function launchShell(
  shell: 'electron' | 'chromium',
  args: readonly string[],
): LaunchedShell | null {
  const entry = entryOf(shell)
  const program = shell === 'electron' ? electronBinary() : process.execPath
  if (!entry || !program) {
    const what = entry ? 'the Electron program' : `the ${shell} shell`
    process.stderr.write(`--shell ${shell}: ${what} is not on this machine\n`)
    return null
  }
  const flags = shell === 'electron' ? [] : process.execArgv
  const child = spawn(program, [...flags, entry, ...args], { stdio: 'inherit' })
  const ended = new Promise<number>((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1))
    child.once('error', () => resolve(1))
  })
  return {
    ended,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Beside the bundle, or in the sources when run from there. */
function entryOf(shell: 'electron' | 'chromium'): string | null {
  const places = [
    join(here, `${shell}.mjs`),
    join(here, '..', '..', 'dist', 'player', `${shell}.mjs`),
    ...(shell === 'chromium' ? [join(here, '..', shell, 'main.ts')] : []),
  ]
  return places.find((place) => existsSync(place)) ?? null
}

/** Where the `electron` package keeps its program; it is not asked to fetch one. */
function electronBinary(): string | null {
  for (const root of [join(here, '..', '..'), process.cwd()]) {
    const folder = join(root, 'node_modules', 'electron')
    const name = join(folder, 'path.txt')
    if (!existsSync(name)) continue
    const program = join(folder, 'dist', readFileSync(name, 'utf8').trim())
    if (existsSync(program)) return program
  }
  return null
}
