import { z } from 'zod'

/**
 * Every refusal the product can make, `room.reason`. Stable: other programs
 * switch on them. Sentences are in shared/text/copy; status numbers in
 * cms/server/http/error-handler.ts.
 */
export const ERROR_CODES = [
  'internal',
  'request.invalid',
  'request.not_found',
  'request.too_large',
  'request.too_many',
  'request.wrong_origin',
  'auth.required',
  'auth.invalid',
  'auth.forbidden',
  'auth.frozen',
  'auth.code_expired',
  'auth.code_wrong',
  'auth.password_change_required',
  'auth.second_factor_required',
  'auth.proof_required',
  'auth.proof_failed',
  'auth.assertion_invalid',
  'auth.assertion_clock',
  'account.not_found',
  'account.name_taken',
  'account.weak_password',
  'account.name_invalid',
  'account.name_lookalike',
  'account.own_grant',
  'account.last_administrator',
  'account.frozen',
  'account.grant_not_found',
  'account.session_not_found',
  'account.factor_not_found',
  'account.factor_exists',
  'account.bad_dates',
  'area.not_found',
  'sheet.unreadable',
  'sheet.wrong_encoding',
  'sheet.too_large',
  'sheet.empty',
  'sheet.no_columns',
  'media.not_found',
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
  'media.document_wrong_kind',
  'media.in_use',
  'file.not_found',
  'file.damaged',
  'store.full',
  'screen.not_found',
  'screen.revoked',
  'screen.not_ready',
  'pairing.not_found',
  'pairing.expired',
  'pairing.bad_proof',
  'pairing.too_many',
  'template.not_found',
  'template.invalid',
  'bulletin.not_found',
  'bulletin.fields_invalid',
  'bulletin.wrong_state',
  'bulletin.own_approval',
  'bulletin.conflict',
  'bulletin.schedule_invalid',
  'bulletin.no_screens',
  'notice.not_found',
  'notice.no_screens',
  'notice.bad_expiry',
  'notice.ended',
  'notice.changed',
  'notice.needs_second',
  'notice.own_order',
  'notice.order_decided',
  'cap.malformed',
  'cap.feed_not_found',
  'seal.bad_seal',
  'seal.unknown_key',
  'seal.malformed',
  'seal.wrong_screen',
  'seal.expired',
  'protocol.too_old',
  'protocol.too_new',
] as const

export const errorCodeSchema = z.enum(ERROR_CODES)
export type ErrorCode = z.infer<typeof errorCodeSchema>

/** One thing wrong with one field, at a JSON pointer into what was sent. */
export const fieldProblemSchema = z.object({
  pointer: z.string(),
  /** A short word: required, too_long, pattern, type, unknown, range … */
  rule: z.string(),
  /** A sentence in the reader's language. */
  message: z.string(),
})
export type FieldProblem = z.infer<typeof fieldProblemSchema>

/** RFC 9457 problem details, with our stable `code`. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: errorCodeSchema,
  detail: z.string(),
  requestId: z.string(),
  problems: z.array(fieldProblemSchema).optional(),
  details: z.record(z.string(), z.unknown()).optional(),
})
export type Problem = z.infer<typeof problemSchema>
