/*
 * What the programme shows only tomorrow need not hold up what it shows today,
 * and a large film can wait for the night. Files with a later `dueAt` come
 * here: soonest due first, one at a time, the large ones in quiet hours unless
 * they are due within a day.
 */
import type { FileRef, Manifest } from '../../../shared/contract/manifest.js'
import type { Clock } from '../../../shared/kernel/clock.js'
import type { Log } from '../../../shared/kernel/log.js'
import { filesNeeded } from '../../../shared/programme/manifest-files.js'
import type { ContentStore, Timers } from '../ports.js'
import { fetchFile, type OpenStream } from './fetch-file.js'
import { RESERVE_BYTES } from './plan-downloads.js'
import { isQuietHour } from './scrub-files.js'

const LARGE_BYTES = 20 * 1024 * 1024
const DAY_MS = 24 * 3_600_000
const LOOK_EVERY_MS = 5 * 60_000

type Deps = {
  files: Pick<ContentStore, 'has' | 'openPart' | 'freeBytes'>
  open: OpenStream
  clock: Clock
  timers: Timers
  zone(): string
  manifest(): Manifest | null
  log: Log
  reserveBytes?: number
}

/** Whether this is the hour for it. `dueAt` in ms. */
export function isTimeFor(
  file: Pick<FileRef, 'sizeBytes'>,
  dueAt: number,
  at: { now: number; zone: string },
): boolean {
  if (file.sizeBytes < LARGE_BYTES || dueAt - at.now < DAY_MS) return true
  return isQuietHour(at.zone, at.now)
}

/** Starts looking every few minutes; the answer stops it. */
export function startFetchingAhead(deps: Deps): () => void {
  const stopping = new AbortController()
  let cancel: () => void = () => {}
  const run = async () => {
    for (const file of laterFiles(deps.manifest())) {
      if (stopping.signal.aborted) return
      const at = { now: deps.clock.now(), zone: deps.zone() }
      if (!isTimeFor(file, Date.parse(file.dueAt ?? ''), at)) continue
      if (await deps.files.has(file.sha256, file.sizeBytes)) continue
      const reserve = deps.reserveBytes ?? RESERVE_BYTES
      if ((await deps.files.freeBytes()) < file.sizeBytes + reserve) continue
      const fetched = await fetchFile(deps, file, stopping.signal)
      // The next look goes on where this one broke off.
      if (!fetched.ok) return
    }
  }
  const wait = () => {
    cancel = deps.timers.after(LOOK_EVERY_MS, () => {
      void run()
        .catch((err: unknown) => deps.log.error({ err }, 'not fetched ahead'))
        .then(() => stopping.signal.aborted || wait())
    })
  }
  wait()
  return () => {
    stopping.abort()
    cancel()
  }
}

function laterFiles(manifest: Manifest | null): FileRef[] {
  if (!manifest) return []
  return filesNeeded(manifest)
    .filter(({ dueAt }) => dueAt !== undefined)
    .sort((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1))
}
