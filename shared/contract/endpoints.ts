import { z } from 'zod'
import { meViewSchema } from './api/accounts.js'
import { areaListSchema } from './api/areas.js'
import {
  bulletinListSchema,
  bulletinQuerySchema,
  bulletinViewSchema,
  createBulletinSchema,
  previewRequestSchema,
  previewViewSchema,
  returnBulletinSchema,
  saveDraftSchema,
} from './api/bulletins.js'
import { mediaListSchema, mediaViewSchema } from './api/media.js'
import {
  createNoticeSchema,
  noticeListSchema,
  noticeViewSchema,
} from './api/notices.js'
import {
  operatorAccountMadeSchema,
  operatorAccountSchema,
  operatorAuditSchema,
  operatorBackupSchema,
  operatorPasswordSchema,
} from './api/operator.js'
import {
  claimScreenSchema,
  onScreenViewSchema,
  pairingViewSchema,
  screenListSchema,
  screenSettingsSchema,
  screenViewSchema,
} from './api/screens.js'
import type { ErrorCode } from './errors.js'
import { instantSchema } from './primitives.js'
import { templateViewSchema } from './template.js'

/**
 * One REST endpoint of `/api/v1`. `params` are in the path as `:name`. Server,
 * console, tests and the OpenAPI document are all made from this table.
 */
export type Endpoint = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  /** Who may call it at all; the use case decides the rest. */
  access: 'public' | 'signed-in'
  summary: string
  query?: z.ZodType
  body?: z.ZodType
  output: z.ZodType
  /** Codes it may answer besides request.*, auth.* and internal. */
  errors: readonly ErrorCode[]
}

export const ENDPOINTS = {
  me: {
    method: 'GET',
    path: '/me',
    access: 'signed-in',
    summary: 'Who is signed in and what they may do where',
    output: meViewSchema,
    errors: [],
  },
  listAreas: {
    method: 'GET',
    path: '/areas',
    access: 'signed-in',
    summary: 'The area tree, parents before children',
    output: areaListSchema,
    errors: [],
  },
  listTemplates: {
    method: 'GET',
    path: '/templates',
    access: 'signed-in',
    summary: 'Templates with their field schemas and samples',
    output: z.object({ templates: z.array(templateViewSchema) }),
    errors: [],
  },
  preview: {
    method: 'POST',
    path: '/previews',
    access: 'signed-in',
    summary: 'The real slide of unsaved fields',
    body: previewRequestSchema,
    output: previewViewSchema,
    errors: [
      'template.not_found',
      'bulletin.fields_invalid',
      'media.not_found',
    ],
  },
  listBulletins: {
    method: 'GET',
    path: '/bulletins',
    access: 'signed-in',
    summary: 'Bulletins of the areas the person serves',
    query: bulletinQuerySchema,
    output: bulletinListSchema,
    errors: [],
  },
  createBulletin: {
    method: 'POST',
    path: '/bulletins',
    access: 'signed-in',
    summary: 'Start a bulletin as a draft; fields may be incomplete',
    body: createBulletinSchema,
    output: bulletinViewSchema,
    errors: [
      'template.not_found',
      'area.not_found',
      'bulletin.schedule_invalid',
    ],
  },
  getBulletin: {
    method: 'GET',
    path: '/bulletins/:id',
    access: 'signed-in',
    summary: 'One bulletin with its newest revision',
    output: bulletinViewSchema,
    errors: ['bulletin.not_found'],
  },
  saveDraft: {
    method: 'PUT',
    path: '/bulletins/:id/draft',
    access: 'signed-in',
    summary: 'Save the draft; a released revision stays as it is',
    body: saveDraftSchema,
    output: bulletinViewSchema,
    errors: [
      'bulletin.not_found',
      'bulletin.conflict',
      'bulletin.wrong_state',
      'bulletin.schedule_invalid',
      'template.not_found',
      'area.not_found',
    ],
  },
  submitBulletin: {
    method: 'POST',
    path: '/bulletins/:id/submit',
    access: 'signed-in',
    summary: 'Ask for approval; the revision becomes immutable',
    output: bulletinViewSchema,
    errors: [
      'bulletin.not_found',
      'bulletin.wrong_state',
      'bulletin.fields_invalid',
      'bulletin.schedule_invalid',
      'bulletin.no_screens',
      'bulletin.conflict',
      'template.not_found',
      'area.not_found',
    ],
  },
  returnBulletin: {
    method: 'POST',
    path: '/bulletins/:id/return',
    access: 'signed-in',
    summary: 'Send it back to its author with a reason',
    body: returnBulletinSchema,
    output: bulletinViewSchema,
    errors: [
      'bulletin.not_found',
      'bulletin.wrong_state',
      'bulletin.conflict',
      'area.not_found',
    ],
  },
  releaseBulletin: {
    method: 'POST',
    path: '/bulletins/:id/release',
    access: 'signed-in',
    summary: 'Approve and release; never by its own author',
    output: bulletinViewSchema,
    errors: [
      'bulletin.not_found',
      'bulletin.wrong_state',
      'bulletin.own_approval',
      'bulletin.fields_invalid',
      'bulletin.no_screens',
      'store.full',
      'bulletin.conflict',
      'bulletin.schedule_invalid',
      'template.not_found',
      'media.not_found',
      'area.not_found',
    ],
  },
  withdrawBulletin: {
    method: 'POST',
    path: '/bulletins/:id/withdraw',
    access: 'signed-in',
    summary: 'Take it off every screen, those that are off included',
    output: bulletinViewSchema,
    errors: [
      'bulletin.not_found',
      'bulletin.wrong_state',
      'bulletin.conflict',
      'area.not_found',
    ],
  },
  listScreens: {
    method: 'GET',
    path: '/screens',
    access: 'signed-in',
    summary: 'Screens, those that need a person first',
    output: screenListSchema,
    errors: [],
  },
  getScreen: {
    method: 'GET',
    path: '/screens/:id',
    access: 'signed-in',
    summary: 'One screen',
    output: screenViewSchema,
    errors: ['screen.not_found'],
  },
  saveScreen: {
    method: 'PUT',
    path: '/screens/:id',
    access: 'signed-in',
    summary: 'Change what a person decides about a screen',
    body: screenSettingsSchema,
    output: screenViewSchema,
    errors: ['screen.not_found', 'area.not_found'],
  },
  revokeScreen: {
    method: 'POST',
    path: '/screens/:id/revoke',
    access: 'signed-in',
    summary: 'Its assertion dies at once; it can fetch nothing',
    output: screenViewSchema,
    errors: ['screen.not_found', 'area.not_found'],
  },
  onScreen: {
    method: 'GET',
    path: '/screens/:id/on',
    access: 'signed-in',
    summary: 'What is on this screen at an instant, and why',
    query: z.object({ at: instantSchema.optional() }),
    output: onScreenViewSchema,
    errors: ['screen.not_found', 'screen.not_ready', 'area.not_found'],
  },
  getPairing: {
    method: 'GET',
    path: '/pairings/:code',
    access: 'signed-in',
    summary: 'What stands behind a pairing code',
    output: pairingViewSchema,
    errors: ['pairing.not_found', 'pairing.expired'],
  },
  claimScreen: {
    method: 'POST',
    path: '/screens/claim',
    access: 'signed-in',
    summary: 'Pair the screen that shows this code',
    body: claimScreenSchema,
    output: screenViewSchema,
    errors: ['pairing.not_found', 'pairing.expired', 'area.not_found'],
  },
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
  operatorCreateAccount: {
    method: 'POST',
    path: '/operator/accounts',
    access: 'signed-in',
    summary: 'Operator of the machine: make an account',
    body: operatorAccountSchema,
    output: operatorAccountMadeSchema,
    errors: ['account.name_taken', 'account.weak_password', 'area.not_found'],
  },
  operatorResetPassword: {
    method: 'POST',
    path: '/operator/passwords',
    access: 'signed-in',
    summary: 'Operator of the machine: give a person a new password',
    body: operatorPasswordSchema,
    output: z.object({ userName: z.string() }),
    errors: ['account.not_found', 'account.weak_password'],
  },
  operatorBackUp: {
    method: 'POST',
    path: '/operator/backups',
    access: 'signed-in',
    summary: 'Operator of the machine: back up the database now',
    output: operatorBackupSchema,
    errors: ['store.full'],
  },
  operatorVerifyAudit: {
    method: 'GET',
    path: '/operator/audit',
    access: 'signed-in',
    summary: 'Operator of the machine: prove the chain of the audit',
    output: operatorAuditSchema,
    errors: [],
  },
} as const satisfies Record<string, Endpoint>

export type EndpointName = keyof typeof ENDPOINTS

/** What a caller sends, before the server's defaults are filled in. */
export type BodyOf<N extends EndpointName> = (typeof ENDPOINTS)[N] extends {
  body: infer B extends z.ZodType
}
  ? z.input<B>
  : undefined
export type QueryOf<N extends EndpointName> = (typeof ENDPOINTS)[N] extends {
  query: infer Q extends z.ZodType
}
  ? z.input<Q>
  : undefined
export type OutputOf<N extends EndpointName> = z.output<
  (typeof ENDPOINTS)[N]['output']
>
