import { createHash } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'

/**
 * Holds a data folder for this process alone; null when another one has it.
 * The lock is a name the system itself forgets when we die, however we die: an
 * abstract socket on Linux, a pipe on Windows, else a socket in the folder.
 */
export async function lockFolder(
  folder: string,
): Promise<(() => Promise<void>) | null> {
  const path = lockName(await realpath(folder))
  const server = createServer((socket) => socket.destroy())
  const held = await new Promise<boolean>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    )
    server.listen(path, () => resolve(true))
  })
  if (!held) return null
  server.unref()
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve())
    })
}

function lockName(folder: string): string {
  const name = `bang-tin-${createHash('sha256').update(folder).digest('hex')}`
  if (process.platform === 'linux') return `\0${name}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  return join(folder, 'player.lock')
}
