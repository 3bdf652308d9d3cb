/**
 * Takes what an MP4 tells about its maker out of it: place, camera, title. The
 * boxes that hold it are renamed to `free` where they lie (ISO/IEC 14496-12
 * 8.1.2), so that no offset changes and the film stays bit for bit the same.
 */
import { open, type FileHandle } from 'node:fs/promises'

const PERSONAL = new Set(['udta', 'meta', 'uuid'])
const PARENTS = new Set(['moov', 'trak', 'moof'])
const BOXES_MAX = 10_000

/** Changes the file; returns how many boxes were emptied. */
export async function scrubVideo(path: string): Promise<number> {
  const file = await open(path, 'r+')
  try {
    const { size } = await file.stat()
    const walk = { file, left: BOXES_MAX, emptied: 0 }
    await scrubBoxes(walk, 0, size)
    await file.sync()
    return walk.emptied
  } finally {
    await file.close()
  }
}

type Walk = { file: FileHandle; left: number; emptied: number }

async function scrubBoxes(walk: Walk, from: number, end: number) {
  let at = from
  while (at + 8 <= end && walk.left > 0) {
    walk.left -= 1
    const head = Buffer.alloc(16)
    const { bytesRead } = await walk.file.read(head, 0, 16, at)
    if (bytesRead < 8) return
    const type = head.toString('latin1', 4, 8)
    const short = head.readUInt32BE(0)
    const long = short === 1 && bytesRead === 16
    const size =
      short === 0 ? end - at : long ? Number(head.readBigUInt64BE(8)) : short
    const start = at + (long ? 16 : 8)
    if (size < start - at || at + size > end) return
    if (PARENTS.has(type)) await scrubBoxes(walk, start, at + size)
    else if (PERSONAL.has(type)) await empty(walk, at, start, at + size)
    at += size
  }
}

async function empty(walk: Walk, at: number, start: number, end: number) {
  await walk.file.write(Buffer.from('free', 'latin1'), 0, 4, at + 4)
  const zeros = Buffer.alloc(64 * 1024)
  for (let place = start; place < end; place += zeros.length)
    await walk.file.write(zeros, 0, Math.min(zeros.length, end - place), place)
  walk.emptied += 1
}
