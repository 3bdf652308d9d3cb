/**
 * What a cut takes away, as a file beside the database: the lines as the hashes
 * cover them, and the checkpoint that was sealed over the last. It is whole on
 * the disk before the first line goes.
 */
import { createHash } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '../../db/new-id.js'
import type { AuditLine } from './audit-chain.rules.js'
import type { StoredCheckpoint } from './checkpoint.repository.js'

export type AuditArchive = {
  /** Writes and flushes; answers the file's name and SHA-256. */
  keep(
    checkpoint: StoredCheckpoint,
    lines: AsyncIterable<readonly AuditLine[]>,
  ): Promise<{ file: string; sha256: string; lines: number; from: number }>
  /** Another node was first: its file counts, this one does not. */
  drop(file: string): Promise<void>
}

/** In `<dataFolder>/audit-archive`, readable by our user only. */
export function openAuditArchive(dataFolder: string): AuditArchive {
  const folder = join(dataFolder, 'audit-archive')
  return {
    async keep(checkpoint, lines) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      // A name of its own: two nodes may be at it in one folder.
      const file = `nhat-ky-den-dong-${checkpoint.number}-${newId()}.json`
      const aside = join(folder, `${file}.part`)
      try {
        const written = await write(aside, checkpoint, lines)
        await rename(aside, join(folder, file))
        await flush(folder)
        return { file, ...written }
      } catch (error) {
        await rm(aside, { force: true })
        throw error
      }
    },
    drop: (file) => rm(join(folder, file), { force: true }),
  }
}

async function write(
  path: string,
  { number, hash, sealedAt, sealed }: StoredCheckpoint,
  chunks: AsyncIterable<readonly AuditLine[]>,
) {
  const digest = createHash('sha256')
  const counted = { lines: 0, from: 0 }
  const handle = await open(path, 'w', 0o600)
  try {
    const say = async (text: string) => {
      digest.update(text)
      await handle.appendFile(text)
    }
    const checkpoint = { number, hash, sealedAt, sealed }
    await say(`{"checkpoint":${JSON.stringify(checkpoint)},"lines":[`)
    for await (const lines of chunks) {
      counted.from ||= lines[0]?.number ?? 0
      const texts = lines.map((line) => JSON.stringify(line))
      await say(`${counted.lines === 0 ? '' : ','}\n${texts.join(',\n')}`)
      counted.lines += lines.length
    }
    await say('\n]}\n')
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { ...counted, sha256: digest.digest('hex') }
}

async function flush(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
