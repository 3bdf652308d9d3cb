/** Starts a program of ours and reads what it says, line by line. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export type Child = {
  /** Resolves with the first line that matches; rejects when the program ends first. */
  waitForLine(pattern: RegExp, timeoutMs: number): Promise<RegExpMatchArray>
  /** Asks it to end and waits for that; after `graceMs` it is killed. */
  stop(graceMs?: number): Promise<void>
  /** Resolves with the exit code when the program ends by itself. */
  ended: Promise<number | null>
  pid: number | undefined
}

export type ChildOptions = {
  name: string
  args: string[]
  env?: NodeJS.ProcessEnv
  /** Gets every line; by default nothing is shown. */
  onLine?: (line: string) => void
}

/** Runs `node <args>` with its standard output read by us, errors shown. */
export function startChild(options: ChildOptions): Child {
  const child = spawn(process.execPath, options.args, {
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const seen: string[] = []
  const listeners = new Set<(line: string) => void>()
  createInterface({ input: child.stdout }).on('line', (line) => {
    seen.push(line)
    // Only the start is ever waited for; a year of log lines is not kept.
    if (seen.length > 500) seen.shift()
    options.onLine?.(line)
    for (const listener of listeners) listener(line)
  })
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code))
  })

  return {
    pid: child.pid,
    ended,
    waitForLine: (pattern, timeoutMs) =>
      new Promise((resolve, reject) => {
        const finish = (act: () => void) => {
          clearTimeout(timer)
          listeners.delete(look)
          act()
        }
        const look = (line: string) => {
          const match = line.match(pattern)
          if (match) finish(() => resolve(match))
        }
        const timer = setTimeout(
          () =>
            finish(() => reject(new Error(`${options.name}: no ${pattern}`))),
          timeoutMs,
        )
        void ended.then((code) =>
          finish(() => reject(new Error(`${options.name} ended (${code})`))),
        )
        listeners.add(look)
        for (const line of seen) look(line)
      }),
    stop: async (graceMs = 10_000) => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), graceMs)
      await ended
      clearTimeout(timer)
    },
  }
}
