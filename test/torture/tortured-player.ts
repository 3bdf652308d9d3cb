/* One player process, started and killed at will, and the glass in front of it. */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { PlayerOrder } from './player-program.js'

/** Waits of the core pass this many times faster. */
const SPEED = 12
const START_MS = 30_000

export type TorturedPlayer = {
  /** Starts the process; the address of its page. */
  start(as: Required<PlayerOrder>): Promise<string>
  order(order: PlayerOrder): void
  kill(): Promise<void>
  running(): boolean
}

/** Bundles the program once, so that a start takes no longer than in the field. */
export async function buildPlayerProgram(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const outfile = join(folder, 'tortured-player.mjs')
  await build({
    entryPoints: ['test/torture/player-program.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    external: ['bufferutil', 'utf-8-validate'],
    banner: {
      js: "import { createRequire as __r } from 'node:module'; const require = __r(import.meta.url);",
    },
  })
  return outfile
}

export function torturedPlayer(
  program: string,
  at: { dataFolder: string; cmsUrl: string },
): TorturedPlayer {
  let child: ChildProcess | null = null
  return {
    running: () => child !== null,
    async start({ clockJumpMs, disk }) {
      const { dataFolder, cmsUrl } = at
      const args = [
        dataFolder,
        cmsUrl,
        String(clockJumpMs),
        String(SPEED),
        disk,
      ]
      const started = fork(program, args, { execArgv: [], stdio: 'inherit' })
      child = started
      const timer = setTimeout(() => started.kill('SIGKILL'), START_MS)
      const ready = once(started, 'message') as Promise<[{ ready: string }]>
      const ended = once(started, 'exit').then(([code]) => {
        if (child === started) child = null
        throw new Error(`the player ended by itself (${code})`)
      })
      ended.catch(() => {})
      const [{ ready: url }] = await Promise.race([ready, ended])
      clearTimeout(timer)
      return url
    },
    order(order) {
      if (child?.connected) child.send(order)
    },
    async kill() {
      const dying = child
      child = null
      if (!dying || dying.exitCode !== null) return
      dying.kill('SIGKILL')
      await once(dying, 'exit')
    },
  }
}
