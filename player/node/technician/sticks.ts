import { readFile } from 'node:fs/promises'
import type { RunCommand } from './system-command.js'

/** Mounts under these folders, by what the kernel says. */
export async function mountedUnder(
  folders: readonly string[],
): Promise<string[]> {
  const table = await readFile('/proc/self/mounts', 'utf8').catch(() => '')
  return (
    table
      .split('\n')
      .map((line) => line.split(' ')[1] ?? '')
      // The kernel writes a blank in a name as \040.
      .map((path) =>
        path.replace(/\\(\d{3})/g, (_all, octal: string) =>
          String.fromCharCode(Number.parseInt(octal, 8)),
        ),
      )
      .filter((path) => folders.some((folder) => path.startsWith(`${folder}/`)))
  )
}

/**
 * Lets go of a stick. Every byte of ours was flushed before; this is for the
 * file system on it. By the first of the two programs that may.
 */
export async function ejectStick(
  run: RunCommand,
  folder: string,
): Promise<boolean> {
  for (const program of ['systemd-umount', 'umount'])
    if ((await run(program, [folder])).ok) return true
  return false
}
