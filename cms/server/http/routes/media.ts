import multer, { MulterError } from 'multer'
import type { RequestHandler } from 'express'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { listMedia } from '../../rooms/media/list-media.js'
import { BYTES_MAX } from '../../rooms/media/image-workshop.js'
import { receiveUpload } from '../../rooms/media/receive-upload.js'
import type { Route } from '../accept.js'

type Deps = Parameters<typeof listMedia>[0] &
  Parameters<typeof receiveUpload>[0]

export function mediaRoutes(route: Route, deps: Deps): void {
  route('listMedia', ({ actor }) => listMedia(deps, actor))
  route(
    'uploadMedia',
    ({ actor, request }) => {
      const { file } = request
      if (file === undefined) throw new AppError('request.invalid')
      const name = Buffer.from(file.originalname, 'latin1').toString('utf8')
      return receiveUpload(deps, actor, { name, bytes: file.buffer })
    },
    oneFile(),
  )
}

/** One part named `file`, in memory, cut off at the limit while it arrives. */
function oneFile(): RequestHandler {
  const take = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: BYTES_MAX, files: 1, fields: 4, parts: 6 },
  }).single('file')
  return (request, response, next) => {
    take(request, response, (error: unknown) => {
      if (error === undefined || error === null) next()
      else next(refusalOf(error))
    })
  }
}

function refusalOf(error: unknown): AppError {
  if (error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE')
    return new AppError('media.too_many_bytes', { maxBytes: BYTES_MAX }, error)
  return new AppError('request.invalid', {}, error)
}
