import { AppError } from '../../../../shared/kernel/app-error.js'
import type { FileRepository } from './file.repository.js'
import type { FileStore } from './file-store.js'

type Deps = {
  store: Pick<FileStore, 'locate'>
  files: Pick<FileRepository, 'find'>
}

export type FoundFile = {
  path: string
  sha256: string
  sizeBytes: number
  mediaType: string
}

/**
 * A file that may be served, verified. Throws `file.not_found` (also for bytes
 * we keep but do not serve, such as originals) and `file.damaged`.
 */
export async function findFile(deps: Deps, sha256: string): Promise<FoundFile> {
  const file = await deps.files.find(sha256)
  if (file === null) throw new AppError('file.not_found', { sha256 })
  const { path, sizeBytes } = await deps.store.locate(sha256)
  return { path, sha256, sizeBytes, mediaType: file.mediaType }
}
