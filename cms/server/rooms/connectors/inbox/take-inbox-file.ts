/**
 * One file of the inbox folder into the library. It leaves the folder only
 * when what became of it is written down: a stop at any instant takes it again,
 * and the same content in the same area is the same item.
 */
import { createReadStream } from 'node:fs'
import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { AppError } from '../../../../../shared/kernel/app-error.js'
import { isoNow } from '../../../../../shared/kernel/clock.js'
import type { Log } from '../../../../../shared/kernel/log.js'
import { errorSentence } from '../../../../../shared/text/copy/say.js'
import { newId } from '../../../db/new-id.js'
import { SYSTEM_ACTOR } from '../../accounts/actor.js'
import { bytesMaxOf, fileKindOf } from '../../media/file-kind.rules.js'
import type { FileStore, Received } from '../../media/file-store.js'
import { receiveUpload } from '../../media/receive-upload.js'
import type { InboxLedgerRepository } from './inbox-ledger.repository.js'

export type InboxDeps = Parameters<typeof receiveUpload>[0] & {
  store: Pick<FileStore, 'receive'>
  ledger: Pick<InboxLedgerRepository, 'begin' | 'finish'>
  log: Log
}

/** Where files go when they are done with, beside where they came. */
export const TAKEN_FOLDER = 'da-nhan'
export const REFUSED_FOLDER = 'khong-nhan'

const INBOX_ACTOR = { ...SYSTEM_ACTOR, displayName: 'Hộp thư đến' }

/** Throws only what has nothing to do with the file: a full disk, no database. */
export async function takeInboxFile(
  deps: InboxDeps,
  path: string,
  areaId: string,
): Promise<'taken' | 'refused'> {
  const name = basename(path)
  let file: Received | null = null
  let sameKey: string | null = null
  try {
    if ((await stat(path)).size === 0) throw new AppError('media.not_an_image')
    file = await deps.store.receive(createReadStream(path), (head) =>
      bytesMaxOf(fileKindOf(head, name)),
    )
    sameKey = `${areaId}:${file.sha256}`
    await deps.ledger.begin({
      id: newId(),
      sameKey,
      sha256: file.sha256,
      name,
      areaId,
      seenAt: isoNow(deps.clock),
    })
    const media = await receiveUpload(deps, INBOX_ACTOR, {
      name,
      file,
      areaId,
      origin: 'inbox',
    })
    await deps.ledger.finish(sameKey, {
      at: isoNow(deps.clock),
      mediaId: media.id,
    })
    await setAside(path, TAKEN_FOLDER)
    deps.log.info({ name, mediaId: media.id, known: media.known }, 'file taken')
    return 'taken'
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'store.full') throw error
    await refuse(deps, path, { error, sameKey })
    return 'refused'
  } finally {
    await file?.drop()
  }
}

async function refuse(
  deps: InboxDeps,
  path: string,
  { error, sameKey }: { error: AppError; sameKey: string | null },
): Promise<void> {
  const at = isoNow(deps.clock)
  if (sameKey !== null)
    await deps.ledger.finish(sameKey, { at, reason: error.code })
  const aside = await setAside(path, REFUSED_FOLDER)
  const words = (['vi', 'en'] as const).map((language) =>
    errorSentence(error.code, error.details, language),
  )
  await writeFile(`${aside}.ly-do.txt`, `${words.join('\n')}\n`)
  deps.log.warn({ name: basename(path), code: error.code }, 'file set aside')
}

/** Never over a file that was set aside before. Returns where it is now. */
async function setAside(path: string, folder: string): Promise<string> {
  const into = join(dirname(path), folder)
  await mkdir(into, { recursive: true })
  const end = extname(path)
  const stem = basename(path, end)
  let target = join(into, basename(path))
  if (await stat(target).catch(() => null))
    target = join(into, `${stem}-${newId().slice(0, 8)}${end}`)
  await rename(path, target)
  return target
}
