/*
 * Takes a programme from a stick by the very rules of one from the network: the
 * keyring by the pinned root key, the manifest by the keyring, never an older
 * one, every file by its hash, and one atomic switch at the end.
 */
import {
  bundleHeaderSchema,
  type BundleNote,
} from '../../../shared/contract/bundle.js'
import type { Clock } from '../../../shared/kernel/clock.js'
import type { Log } from '../../../shared/kernel/log.js'
import type { Refusal } from '../../../shared/contract/receipt.js'
import { filesNeeded } from '../../../shared/programme/manifest-files.js'
import { openKeyring, openManifest } from '../../../shared/seal/open.js'
import { RESERVE_BYTES } from '../cache/plan-downloads.js'
import type { ContentStore, Stored } from '../ports.js'
import type { CompleteManifest } from '../programme/switch-manifest.js'
import type { Pairing, SavedState } from '../saved-state.js'

/** A bundle that is being read. */
export type BundleSource = {
  /** Not parsed yet; null: the file ends before its header does. */
  header: unknown
  /** The bytes of one file of the header; ends early when the stick does. */
  read(sha256: string): AsyncIterable<Uint8Array>
}

type Deps = {
  files: Pick<ContentStore, 'has' | 'openPart' | 'freeBytes'>
  pairing: Pairing
  saved(): SavedState
  playing(): number
  clock: Clock
  log: Log
  reserveBytes?: number
  switchTo(next: CompleteManifest): Promise<Stored>
}

/** What became of it. Never throws for what stands on the stick. */
export async function importBundle(
  deps: Deps,
  source: BundleSource,
): Promise<BundleNote> {
  if (source.header === null) return 'truncated'
  const parsed = bundleHeaderSchema.safeParse(source.header)
  if (!parsed.success) return 'unreadable'
  const header = parsed.data
  const own = header.screens.find((s) => s.screenId === deps.pairing.screenId)
  if (!own) return 'wrong_screen'
  const saved = deps.saved()
  const keyring = await openKeyring(own.keyring, {
    rootKey: deps.pairing.rootKey,
    newest: saved.highestKeyring,
  })
  if (!keyring.ok) return noteOf(keyring.reason)
  const opened = await openManifest(own.manifest, {
    keyring: keyring.value,
    screenId: deps.pairing.screenId,
    newest: saved.highestManifest,
    now: deps.clock.now(),
    allowSame: true,
  })
  if (!opened.ok) return noteOf(opened.reason)
  const manifest = opened.value
  if (manifest.number === deps.playing()) return 'same'

  const sizes = new Map(header.files.map((f) => [f.sha256, f.sizeBytes]))
  const missing = []
  for (const file of filesNeeded(manifest))
    if (!(await deps.files.has(file.sha256, file.sizeBytes))) missing.push(file)
  if (missing.some(({ sha256, sizeBytes }) => sizes.get(sha256) !== sizeBytes))
    return 'damaged'
  const bytes = missing.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  const reserve = deps.reserveBytes ?? RESERVE_BYTES
  if (bytes > 0 && (await deps.files.freeBytes()) < bytes + reserve)
    return 'disk_full'
  for (const file of missing) {
    const note = await copyFile(deps, source, file)
    if (note !== null) return note
  }
  const stored = await deps.switchTo({
    manifest,
    sealed: own.manifest,
    keyring: keyring.value,
    keyringSealed: own.keyring,
    etag: null,
  })
  deps.log.info({ number: manifest.number, ok: stored.ok }, 'bundle imported')
  return stored.ok ? 'taken' : 'disk_full'
}

async function copyFile(
  deps: Pick<Deps, 'files'>,
  source: BundleSource,
  file: { sha256: string; sizeBytes: number },
): Promise<BundleNote | null> {
  const part = await deps.files.openPart(file.sha256)
  try {
    await part.restart()
    for await (const chunk of source.read(file.sha256)) {
      const stored = await part.write(chunk)
      if (!stored.ok) return 'disk_full'
    }
    if (part.sizeBytes() < file.sizeBytes) {
      await part.restart()
      return 'truncated'
    }
    const stored = await part.commit()
    if (stored.ok) return null
    if (stored.reason !== 'hash_mismatch') return 'disk_full'
    await part.restart()
    return 'damaged'
  } catch {
    // The stick was pulled out while it was read.
    return 'truncated'
  } finally {
    await part.close()
  }
}

function noteOf(reason: Refusal): BundleNote {
  if (reason === 'older') return 'older'
  if (reason === 'wrong_screen') return 'wrong_screen'
  if (reason === 'too_new') return 'too_new'
  return reason === 'malformed' ? 'unreadable' : 'bad_seal'
}
