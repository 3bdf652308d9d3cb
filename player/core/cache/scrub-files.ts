/*
 * Cards rot. Once a night, when nobody looks, every file that is needed is
 * read and hashed again; what is damaged goes, and the sync fetches it anew.
 */
import { localDayOf, zoneOffsetMs } from '../../../shared/time/zone.js'
import type { ContentStore, Timers } from '../ports.js'

/** Local hours, from inclusive, to exclusive. */
export const QUIET_HOURS = { from: 1, to: 4 }
const HOUR_MS = 3_600_000
const LOOK_EVERY_MS = 10 * 60_000
/** Between two files, so that the glass never waits for the disk. */
const PAUSE_MS = 200

/** Whether it is the dead of night where the screen hangs. */
export function isQuietHour(zone: string, instant: number): boolean {
  const local = instant + zoneOffsetMs(zone, instant)
  const hour = Math.floor(local / HOUR_MS) % 24
  return hour >= QUIET_HOURS.from && hour < QUIET_HOURS.to
}

type Deps = {
  files: Pick<ContentStore, 'verify'>
  timers: Timers
  now(): number
  zone(): string
  /** Names of everything that something held still needs. */
  needed(): Iterable<string>
  onDamaged(sha256: string): void
}

/** Starts looking for the night; the answer stops it. */
export function startScrub(deps: Deps): () => void {
  let stopped = false
  let cancel: () => void = () => {}
  let doneDay = Number.NEGATIVE_INFINITY
  const wait = (ms: number) =>
    new Promise<void>((resolve) => {
      cancel = deps.timers.after(ms, resolve)
    })
  const scrub = async () => {
    for (const name of [...deps.needed()]) {
      if (stopped) return
      if (!(await deps.files.verify(name))) deps.onDamaged(name)
      await wait(PAUSE_MS)
    }
  }
  const run = async () => {
    while (!stopped) {
      await wait(LOOK_EVERY_MS)
      const now = deps.now()
      const day = localDayOf(deps.zone(), now)
      if (day === doneDay || !isQuietHour(deps.zone(), now)) continue
      doneDay = day
      await scrub()
    }
  }
  void run()
  return () => {
    stopped = true
    cancel()
  }
}
