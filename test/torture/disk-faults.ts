/*
 * A bad disk below our own code: Node's file functions fail as the kernel
 * would make them fail, for paths of one folder. Runs in the player's process.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

export type DiskFault = 'none' | 'full' | 'read_only' | 'io'

let fault: DiskFault = 'none'
/** Every how many operations fail while the disk is flaky. */
const IO_EVERY = 3
let operations = 0

export function setDiskFault(next: DiskFault): void {
  fault = next
}

function failure(code: string): Error {
  return Object.assign(new Error(`${code}: made by the torture run`), { code })
}

function writing(): void {
  if (fault === 'read_only') throw failure('EROFS')
  if (fault === 'io' && (operations += 1) % IO_EVERY === 0) throw failure('EIO')
}

function growing(): void {
  writing()
  if (fault === 'full') throw failure('ENOSPC')
}

function reading(): void {
  if (fault === 'io' && (operations += 1) % IO_EVERY === 0) throw failure('EIO')
}

type Handle = Awaited<ReturnType<typeof fs.promises.open>>

/** A full disk takes half of what is written before it says so. */
function wrapHandle(handle: Handle, path: string): Handle {
  for (const name of ['writeFile', 'appendFile'] as const) {
    const own = handle[name].bind(handle) as (bytes: unknown) => Promise<void>
    handle[name] = (async (bytes: string | Uint8Array) => {
      if (fault === 'full') await own(bytes.slice(0, bytes.length >> 1))
      growing()
      return own(bytes)
    }) as never
  }
  const sync = handle.sync.bind(handle)
  handle.sync = async () => {
    if (fault === 'io') writing()
    return sync()
  }
  void path
  return handle
}

/** Puts the faults under `node:fs/promises` for everything inside `folder`. */
export function plantDiskFaults(folder: string): void {
  const real = { ...fs.promises }
  const ours = (path: unknown) => String(path).startsWith(folder)
  const guard = <A extends unknown[], R>(
    own: (...args: A) => Promise<R>,
    check: () => void,
  ) =>
    (async (...args: A) => {
      if (ours(args[0])) check()
      return own(...args)
    }) as never
  fs.promises.open = (async (path: string, flags: string, mode?: number) => {
    if (!ours(path)) return real.open(path, flags, mode)
    if (/[wa+]/.test(String(flags ?? 'r'))) writing()
    else reading()
    return wrapHandle(await real.open(path, flags, mode), path)
  }) as never
  fs.promises.readFile = guard(real.readFile as never, reading)
  for (const name of ['rename', 'rm', 'link', 'mkdir'] as const)
    fs.promises[name] = guard(real[name] as never, writing)
  for (const name of ['writeFile', 'copyFile'] as const)
    fs.promises[name] = guard(real[name] as never, growing)
  fs.promises.statfs = (async (path: string) => {
    const found = await real.statfs(path)
    return fault === 'full' && ours(path) ? { ...found, bavail: 0 } : found
  }) as never
  syncBuiltinESMExports()
}
