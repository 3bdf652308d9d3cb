/**
 * Puts files until it is killed, and says the name of each that was answered
 * for: `tsx write-files.ts <folder>`.
 */
import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { openFileStore } from '../../cms/server/rooms/media/file-store.js'
import { systemClock } from '../../shared/kernel/clock.js'
import { silentLog } from '../../shared/kernel/log.js'

const store = await openFileStore({
  folder: process.argv[2] ?? '',
  clock: systemClock,
  log: silentLog,
})
for (let file = 0; file < 5000; file += 1) {
  const sha256 = await store.put(randomBytes(300_000))
  writeSync(1, `${sha256}\n`)
}
