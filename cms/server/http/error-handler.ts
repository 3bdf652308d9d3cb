/**
 * Turns whatever was thrown into one RFC 9457 problem, in the reader's
 * language. Faults of ours are logged with their stack and say nothing outside.
 */
import { STATUS_CODES } from 'node:http'
import type { ErrorRequestHandler, Request } from 'express'
import type {
  ErrorCode,
  FieldProblem,
  Problem,
} from '../../../shared/contract/errors.js'
import { AppError } from '../../../shared/kernel/app-error.js'
import type { Log } from '../../../shared/kernel/log.js'
import { errorSentence } from '../../../shared/text/copy/say.js'
import { STATUS } from './error-status.js'
import { languageOf, type ReaderLanguage } from './reader.js'
import { requestIdOf } from './request-id.js'

/** Type URI of a problem: stable, and where its reference page will be. */
const typeOf = (code: ErrorCode) => `/problems/${code}`

type Refused = { error: AppError; status: number }

/** Express's last handler. */
export function errorHandler(log: Log): ErrorRequestHandler {
  return (thrown: unknown, request, response, next) => {
    const { error, status } = refusalOf(thrown)
    if (status >= 500)
      log.error(
        { err: thrown, requestId: requestIdOf(request), path: request.path },
        'request failed',
      )
    // Answered in full already, as to a body that was not waited for.
    if (response.writableEnded) return
    if (response.headersSent) {
      // The body is on its way; only cutting the connection tells the truth.
      next(thrown)
      return
    }
    const { seconds } = error.details
    if (typeof seconds === 'number')
      response.setHeader('Retry-After', String(Math.ceil(seconds)))
    response
      .status(status)
      .type('application/problem+json')
      .setHeader('Cache-Control', 'no-store')
      .send(JSON.stringify(problemOf(error, status, request)))
  }
}

/** The problem document of a refusal, as the reader of the request gets it. */
function problemOf(error: AppError, status: number, request: Request): Problem {
  const language = languageOf(request)
  const { problems, ...details } = error.details
  const requestId = requestIdOf(request)
  const count = isProblems(problems) ? problems.length : undefined
  const facts = { count, requestId, ...details }
  return {
    type: typeOf(error.code),
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code: error.code,
    detail: errorSentence(error.code, facts, language),
    requestId,
    ...(isProblems(problems)
      ? { problems: problems.map((problem) => inLanguage(problem, language)) }
      : {}),
    ...(Object.keys(details).length > 0 ? { details } : {}),
  }
}

/** Sentences of fields come as one text, or as one for each language. */
type Spoken = Omit<FieldProblem, 'message'> & {
  message: string | Record<ReaderLanguage, string>
}

function isProblems(value: unknown): value is Spoken[] {
  return Array.isArray(value)
}

function inLanguage(problem: Spoken, language: ReaderLanguage): FieldProblem {
  const { message } = problem
  return {
    ...problem,
    message: typeof message === 'string' ? message : message[language],
  }
}

/** Faults that Express and its parsers raise carry a status of their own. */
function refusalOf(thrown: unknown): Refused {
  if (thrown instanceof AppError)
    return { error: thrown, status: STATUS[thrown.code] }
  const status = statusOf(thrown)
  if (status === null) {
    const error = new AppError('internal', {}, thrown)
    return { error, status: STATUS.internal }
  }
  const code = codeOfStatus(status)
  return { error: new AppError(code, {}, thrown), status }
}

function statusOf(thrown: unknown): number | null {
  const { status, expose } = (thrown ?? {}) as Record<string, unknown>
  const told = typeof status === 'number' && status >= 400 && status < 500
  return told && (expose === true || expose === undefined) ? status : null
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 413) return 'request.too_large'
  if (status === 404) return 'request.not_found'
  if (status === 429) return 'request.too_many'
  return 'request.invalid'
}
