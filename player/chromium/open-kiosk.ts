import { spawn, type ChildProcess } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import type { Window } from '../node/keep-window.js'
import { kioskFlags } from './kiosk-flags.js'

const GRACE_MS = 3000

export type KioskProgram = {
  browser: string
  url: string
  profileFolder: string
  /** X display, such as `:0`; null: as in the environment. */
  display: string | null
  env: NodeJS.ProcessEnv
}

/**
 * Opens Chromium on the stage. It runs in a process group of its own, so that
 * closing it ends it and its children and nothing else.
 */
export async function openKiosk(program: KioskProgram): Promise<Window> {
  await mkdir(program.profileFolder, { recursive: true })
  const flags = kioskFlags({ ...program, isRoot: process.getuid?.() === 0 })
  const { display, env } = program
  const child = spawn(program.browser, flags, {
    detached: process.platform !== 'win32',
    stdio: 'ignore',
    env: display === null ? env : { ...env, DISPLAY: display },
  })
  const gone = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(`exit ${signal ?? code}`))
  })
  return {
    gone,
    async close() {
      signalGroup(child, 'SIGTERM')
      const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS)
      await gone
      clearTimeout(timer)
      // Helpers that outlive the browser process end with their group.
      signalGroup(child, 'SIGKILL')
    },
  }
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {
    // The whole group has ended already.
  }
}
