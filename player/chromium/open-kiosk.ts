import { spawn, type ChildProcess } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
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
  /** More of the browser's own flags: a test has no display. */
  moreFlags?: readonly string[]
}

/**
 * Opens Chromium on the stage. It runs in a process group of its own, so that
 * closing it ends it and its children and nothing else.
 */
export async function openKiosk(program: KioskProgram): Promise<Window> {
  await prepareProfile(program.profileFolder)
  const flags = [
    ...kioskFlags({ ...program, isRoot: process.getuid?.() === 0 }),
    ...(program.moreFlags ?? []),
  ]
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
    async close(how) {
      signalGroup(child, how === 'atOnce' ? 'SIGKILL' : 'SIGTERM')
      const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS)
      await gone
      clearTimeout(timer)
      // Helpers that outlive the browser process end with their group.
      signalGroup(child, 'SIGKILL')
    },
  }
}

/**
 * What no flag turns off any more. Written once: afterwards the profile is the
 * browser's own.
 */
const FIRST_PREFERENCES = {
  translate: { enabled: false },
  translate_blocked_languages: ['vi', 'en'],
  credentials_enable_service: false,
}

async function prepareProfile(folder: string): Promise<void> {
  await mkdir(join(folder, 'Default'), { recursive: true })
  const path = join(folder, 'Default', 'Preferences')
  await writeFile(path, JSON.stringify(FIRST_PREFERENCES), {
    flag: 'wx',
  }).catch((error: unknown) => {
    if ((error as { code?: string }).code !== 'EEXIST') throw error
  })
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
