import { mediaListSchema, mediaViewSchema } from '../api/media.js'
import type { Endpoint } from './endpoint.js'

export const mediaEndpoints = {
  listMedia: {
    method: 'GET',
    path: '/media',
    access: 'signed-in',
    summary: 'Pictures, newest first',
    output: mediaListSchema,
    errors: [],
  },
  uploadMedia: {
    method: 'POST',
    path: '/media',
    access: 'signed-in',
    summary: 'Upload one picture (multipart/form-data, field `file`)',
    output: mediaViewSchema,
    errors: [
      'media.not_an_image',
      'media.too_many_bytes',
      'media.too_many_pixels',
      'media.svg_refused',
      'store.full',
    ],
  },
} as const satisfies Record<string, Endpoint>
