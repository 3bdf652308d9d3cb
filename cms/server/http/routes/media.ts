import multer, { MulterError, type StorageEngine } from 'multer'
import type { Request, RequestHandler } from 'express'
import { AppError } from '../../../../shared/kernel/app-error.js'
import {
  changeMedia,
  deleteMedia,
  getMedia,
} from '../../rooms/media/change-media.js'
import {
  bytesMaxOf,
  BYTES_MAX,
  fileKindOf,
} from '../../rooms/media/file-kind.rules.js'
import type { FileStore, Received } from '../../rooms/media/file-store.js'
import { listMedia } from '../../rooms/media/list-media.js'
import { receiveUpload } from '../../rooms/media/receive-upload.js'
import { readContent } from '../../rooms/media/read-content.js'
import { replaceMedia } from '../../rooms/media/replace-media.js'
import type { Route } from '../accept.js'

type Deps = Parameters<typeof listMedia>[0] &
  Parameters<typeof receiveUpload>[0] &
  Parameters<typeof getMedia>[0] &
  Parameters<typeof changeMedia>[0] &
  Parameters<typeof replaceMedia>[0] &
  Parameters<typeof readContent>[0] & {
    store: Pick<FileStore, 'receive'>
  }

export function mediaRoutes(route: Route, deps: Deps): void {
  route('listMedia', ({ actor, query }) => listMedia(deps, actor, query))
  route(
    'uploadMedia',
    ({ actor, request }) =>
      withFile(request, (parts) => {
        const { areaId, alt } = request.body as Record<string, unknown>
        return receiveUpload(deps, actor, {
          ...parts,
          areaId: typeof areaId === 'string' ? areaId : undefined,
          alt: typeof alt === 'string' ? alt : undefined,
        })
      }),
    takeFiles(deps.store),
  )
  route(
    'replaceMedia',
    ({ actor, params, request }) =>
      withFile(request, (parts) =>
        replaceMedia(deps, actor, { id: params.id, ...parts }),
      ),
    takeFiles(deps.store),
  )
  route('getMedia', ({ actor, params }) => getMedia(deps, actor, params.id))
  route('getMediaContent', ({ actor, params }) =>
    readContent(deps, actor, params.id),
  )
  route('changeMedia', ({ actor, params, body }) =>
    changeMedia(deps, actor, { id: params.id, change: body }),
  )
  route('deleteMedia', async ({ actor, params }) => {
    await deleteMedia(deps, actor, params.id)
    return { deleted: true as const }
  })
}

type Part = Express.Multer.File & { received?: Received }
type Parts = { file?: Part[]; poster?: Part[] }

/** Gives what was sent to `work`, and drops what it did not keep. */
async function withFile<T>(
  request: Request,
  work: (sent: {
    name: string
    file: Received
    poster: Received | undefined
  }) => Promise<T>,
): Promise<T> {
  const parts = (request.files ?? {}) as Parts
  const file = parts.file?.[0]?.received
  const poster = parts.poster?.[0]?.received
  try {
    if (file === undefined) throw new AppError('request.invalid')
    const name = nameOf(parts.file?.[0]?.originalname)
    return await work({ name, file, poster })
  } finally {
    await dropAll(request)
  }
}

function nameOf(name: string | undefined): string {
  return Buffer.from(name ?? '', 'latin1').toString('utf8')
}

/** Room for the form around the file. */
const FORM_BYTES = 1024 * 1024

/** Streams `file` and `poster` to disk, cut off at the limit of their kind. */
function takeFiles(store: Pick<FileStore, 'receive'>): RequestHandler {
  const take = multer({
    storage: streamingTo(store),
    limits: {
      fileSize: BYTES_MAX.video,
      files: 2,
      fields: 4,
      parts: 6,
      fieldSize: 4096,
    },
  }).fields([
    { name: 'poster', maxCount: 1 },
    { name: 'file', maxCount: 1 },
  ])
  return (request, response, next) => {
    // What says itself that it is too large is not read at all.
    const declared = Number(request.headers['content-length'] ?? 0)
    if (declared > BYTES_MAX.video + BYTES_MAX.picture + FORM_BYTES) {
      response.setHeader('Connection', 'close')
      next(new AppError('media.too_many_bytes', { maxBytes: BYTES_MAX.video }))
      return
    }
    take(request, response, (error: unknown) => {
      if (error === undefined || error === null) next()
      else void dropAll(request).then(() => next(refusalOf(error)))
    })
  }
}

function streamingTo(store: Pick<FileStore, 'receive'>): StorageEngine {
  return {
    _handleFile(_request, file, done) {
      const name = nameOf(file.originalname)
      store
        .receive(unbroken(file.stream), (head) =>
          bytesMaxOf(fileKindOf(head, name)),
        )
        .then(
          (received) => done(null, { received } as Partial<Part>),
          (error: unknown) => {
            // The rest is read and forgotten, so that the answer is heard.
            file.stream.resume()
            done(error)
          },
        )
    },
    _removeFile(_request, file: Part, done) {
      void (file.received?.drop() ?? Promise.resolve()).then(() => done(null))
    },
  }
}

/** A refusal must not tear the stream out of the form that is being read. */
function unbroken(stream: Part['stream']): AsyncIterable<Uint8Array> {
  return {
    [Symbol.asyncIterator]: () =>
      stream.iterator({ destroyOnReturn: false }) as AsyncIterator<Uint8Array>,
  }
}

async function dropAll(request: Request): Promise<void> {
  const parts = (request.files ?? {}) as Parts
  for (const part of [...(parts.file ?? []), ...(parts.poster ?? [])])
    await part.received?.drop()
}

function refusalOf(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE')
    return new AppError('media.too_many_bytes', { maxBytes: BYTES_MAX.video })
  return new AppError('request.invalid', {}, error)
}
