import { z } from 'zod'
import { mediaContentSchema } from '../api/media-content.js'
import {
  changeMediaSchema,
  mediaDetailsSchema,
  mediaListSchema,
  mediaQuerySchema,
  mediaViewSchema,
  uploadedMediaSchema,
} from '../api/media.js'
import type { Endpoint } from './endpoint.js'

/** Why a file may be turned away. */
const FILE_REFUSALS = [
  'media.not_an_image',
  'media.too_many_bytes',
  'media.too_many_pixels',
  'media.svg_refused',
  'media.heic_refused',
  'media.old_office',
  'media.video_unreadable',
  'media.video_codec',
  'media.video_too_long',
  'media.document_broken',
  'media.document_encrypted',
  'media.document_too_long',
  'sheet.unreadable',
  'sheet.wrong_encoding',
  'sheet.too_large',
  'store.full',
] as const

export const mediaEndpoints = {
  listMedia: {
    method: 'GET',
    path: '/media',
    access: 'signed-in',
    summary: 'Files of the library that one may use, newest first',
    query: mediaQuerySchema,
    output: mediaListSchema,
    errors: [],
  },
  uploadMedia: {
    method: 'POST',
    path: '/media',
    access: 'signed-in',
    leavesNoLine:
      'the same file again changes nothing; a new one leaves its line',
    summary:
      'Upload one picture, video or document (multipart/form-data: `areaId`, `alt`, then `poster` of a video and `file`)',
    output: uploadedMediaSchema,
    errors: [...FILE_REFUSALS, 'area.not_found'],
  },
  getMedia: {
    method: 'GET',
    path: '/media/:id',
    access: 'signed-in',
    summary: 'One file: its pages, where it is used, what looks like it',
    output: mediaDetailsSchema,
    errors: ['media.not_found'],
  },
  getMediaContent: {
    method: 'GET',
    path: '/media/:id/content',
    access: 'signed-in',
    summary: 'The text and tables of a document, to make a bulletin of',
    output: mediaContentSchema,
    errors: [
      'media.not_found',
      'media.document_wrong_kind',
      'media.document_broken',
      'sheet.unreadable',
      'sheet.wrong_encoding',
      'sheet.too_large',
      'file.damaged',
    ],
  },
  changeMedia: {
    method: 'PUT',
    path: '/media/:id',
    access: 'signed-in',
    summary: 'Words, rights, focal point and cuts of a file',
    body: changeMediaSchema,
    output: mediaViewSchema,
    errors: ['media.not_found'],
  },
  replaceMedia: {
    method: 'PUT',
    path: '/media/:id/file',
    access: 'signed-in',
    summary:
      'Another file in its place, its words and rights kept (multipart/form-data: `poster`, `file`)',
    output: mediaViewSchema,
    errors: [
      ...FILE_REFUSALS,
      'media.not_found',
      'media.shown_now',
      'media.other_kind',
      'media.already_there',
    ],
  },
  deleteMedia: {
    method: 'DELETE',
    path: '/media/:id',
    access: 'signed-in',
    summary: 'Delete a file that nothing uses',
    output: z.object({ deleted: z.literal(true) }),
    errors: ['media.not_found', 'media.in_use'],
  },
} as const satisfies Record<string, Endpoint>
