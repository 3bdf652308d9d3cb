/* One file for whoever has to find out what a box went through. */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { TechnicianView } from '../../../shared/contract/technician.js'
import { makeFolder, writeDurably } from '../durable-write.js'
import type { LogKeeper } from './log-keeper.js'
import { tarGz } from './tar.js'

const PREFIX = 'bang-tin-nhat-ky-'
const KEPT_ON_DISK = 3

type Place = { folder: string; onStick: boolean }

/**
 * Writes status and logs, without secrets, into the first place that takes
 * them. Null when none did.
 */
export async function saveLogBundle(
  what: { view: TechnicianView; logs: LogKeeper | null; now: number },
  places: readonly Place[],
): Promise<{ path: string; onStick: boolean } | null> {
  const bytes = await logBundle(what)
  const stamp = new Date(what.now).toISOString().replace(/[-:]|\..*$/g, '')
  const name = `${PREFIX}${what.view.screenId ?? what.view.host}-${stamp}.tar.gz`
  for (const { folder, onStick } of places) {
    const path = join(folder, name.replace(/[^\w.-]/g, '_'))
    try {
      await makeFolder(folder)
      await writeDurably(path, bytes, { mode: 0o600 })
      if (!onStick) await dropOld(folder)
      return { path, onStick }
    } catch {
      // A stick that may not be written to; the next place, then.
    }
  }
  return null
}

async function logBundle(what: {
  view: TechnicianView
  logs: LogKeeper | null
  now: number
}): Promise<Buffer> {
  const texts: Record<string, string> = {
    'status.json': `${JSON.stringify(what.view, null, 2)}\n`,
    'recent.jsonl': what.logs?.recent() ?? '',
    'warned.jsonl': (await what.logs?.warned()) ?? '',
  }
  const files = Object.entries(texts).map(([name, text]) => ({
    name: `bang-tin/${name}`,
    bytes: Buffer.from(withoutSecrets(text)),
  }))
  return tarGz(files, what.now)
}

/** Tokens of the page, assertions and seals; a seal is long and tells nothing. */
export function withoutSecrets(text: string): string {
  return text
    .replace(/token=[\w-]+/g, 'token=…')
    .replace(/\beyJ[\w-]+\.[\w-]*\.[\w-]*/g, '…')
    .replace(/pbkdf2-sha512:[\w:-]+/g, '…')
}

async function dropOld(folder: string): Promise<void> {
  const own = (await readdir(folder)).filter((name) => name.startsWith(PREFIX))
  for (const name of own.sort().slice(0, -KEPT_ON_DISK))
    await rm(join(folder, name), { force: true })
}
