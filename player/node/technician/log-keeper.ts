/*
 * The log as a technician takes it along: the newest lines in memory, and what
 * was warned of on disk, both bounded. Nothing else is written: flash wears.
 */
import { appendFile, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../durable-write.js'

const MOST_MEMORY_CHARS = 512 * 1024
const MOST_FILE_BYTES = 512 * 1024
const MOST_TROUBLES = 8
const WARN = 40

export type LogKeeper = {
  /** One line of JSON, as the log writes it. */
  write(line: string): void
  recent(): string
  /** What was warned of, on disk, the oldest first. */
  warned(): Promise<string>
  /** The last warnings in short: when and what. */
  troubles(): string[]
}

/** Keeps the log of a player whose things are in `folder`. */
export function createLogKeeper(folder: string): LogKeeper {
  const path = join(folder, 'trouble.log')
  const lines: string[] = []
  const troubles: string[] = []
  let chars = 0
  let queue: Promise<unknown> = makeFolder(folder).catch(() => {
    // A read-only disk keeps no log; memory does.
  })
  return {
    write(line) {
      lines.push(line)
      chars += line.length
      while (chars > MOST_MEMORY_CHARS && lines.length > 1)
        chars -= lines.shift()?.length ?? 0
      const said = warning(line)
      if (said === null) return
      troubles.push(said)
      if (troubles.length > MOST_TROUBLES) troubles.shift()
      queue = queue
        .then(() => append(path, line))
        .catch(() => {
          // The disk is what is failing: the log must not add to that.
        })
    },
    recent: () => lines.join(''),
    async warned() {
      await queue
      const read = (file: string) => readFile(file, 'utf8').catch(() => '')
      return (await read(`${path}.1`)) + (await read(path))
    },
    troubles: () => [...troubles],
  }
}

async function append(path: string, line: string): Promise<void> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  )
  if (size + line.length > MOST_FILE_BYTES) await rename(path, `${path}.1`)
  await appendFile(path, line, { mode: 0o600 })
}

function warning(line: string): string | null {
  try {
    const { level, time, msg } = JSON.parse(line) as {
      level?: number
      time?: number
      msg?: string
    }
    if (!level || level < WARN || !time) return null
    return `${new Date(time).toISOString()} ${String(msg)}`.slice(0, 300)
  } catch {
    // Not one of our lines.
    return null
  }
}
