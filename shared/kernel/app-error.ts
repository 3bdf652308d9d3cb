import type { ErrorCode } from '../contract/errors.js'

/** Facts that go with a refusal; shown to people, so never secrets. */
export type ErrorDetails = Record<string, unknown>

/**
 * An expected refusal. Doors turn it into a status and a sentence; anything
 * else that is thrown is a fault of ours and answers `internal`.
 */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, details: ErrorDetails = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause })
    this.code = code
    this.details = details
  }
}
