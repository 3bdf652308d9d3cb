import {
  createNoticeSchema,
  noticeListSchema,
  noticeViewSchema,
} from '../api/notices.js'
import type { Endpoint } from './endpoint.js'

export const noticesEndpoints = {
  listNotices: {
    method: 'GET',
    path: '/notices',
    access: 'signed-in',
    summary: 'Urgent notices, newest first',
    output: noticeListSchema,
    errors: [],
  },
  createNotice: {
    method: 'POST',
    path: '/notices',
    access: 'signed-in',
    summary: 'Seal an urgent notice and push it to its screens',
    body: createNoticeSchema,
    output: noticeViewSchema,
    errors: [
      'template.not_found',
      'bulletin.fields_invalid',
      'notice.no_screens',
      'notice.bad_expiry',
      'area.not_found',
      'media.not_found',
      'store.full',
    ],
  },
  getNotice: {
    method: 'GET',
    path: '/notices/:id',
    access: 'signed-in',
    summary: 'The board: sent, received, shown, missing, with the times',
    output: noticeViewSchema,
    errors: ['notice.not_found'],
  },
  recallNotice: {
    method: 'POST',
    path: '/notices/:id/recall',
    access: 'signed-in',
    summary: 'End it on every screen',
    output: noticeViewSchema,
    errors: ['notice.not_found', 'notice.ended', 'area.not_found'],
  },
} as const satisfies Record<string, Endpoint>
