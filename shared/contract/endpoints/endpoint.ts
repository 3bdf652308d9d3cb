import type { z } from 'zod'
import type { ErrorCode } from '../errors.js'

/**
 * One REST endpoint of `/api/v1`. `params` are in the path as `:name`. Server,
 * console, tests and the OpenAPI document are all made from this table.
 */
export type Endpoint = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  /** Who may call it at all; the use case decides the rest. */
  access: 'public' | 'signed-in'
  summary: string
  query?: z.ZodType
  body?: z.ZodType
  output: z.ZodType
  /** Codes it may answer besides request.*, auth.* and internal. */
  errors: readonly ErrorCode[]
  /**
   * The answer has a `version: number`. It goes out as an ETag; If-Match is
   * read into `call.ifMatch`, and a `*.conflict` under it answers 412.
   */
  versioned?: true
  /** The answer holds what is shown once: it is never kept for a replay. */
  answersSecret?: true
  /** Media types of an answer that is a file, sent as it is read. */
  streams?: readonly string[]
  /** Why an act that changes something leaves no line in the audit. */
  leavesNoLine?: string
}
