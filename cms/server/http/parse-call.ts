/** What a caller sent, read by the contract of its endpoint. */
import type { Request } from 'express'
import type { z } from 'zod'
import type { Endpoint } from '../../../shared/contract/endpoints.js'
import { idSchema } from '../../../shared/contract/primitives.js'
import { AppError } from '../../../shared/kernel/app-error.js'
import { fieldProblemSentence } from '../../../shared/text/copy/say.js'
import { problemsOf, type SpokenProblem } from './zod-problems.js'

export type ParsedCall = {
  params: Record<string, string>
  query: unknown
  body: unknown
}

/** Throws request.invalid with a problem for each field, request.not_found. */
export function parseCall(endpoint: Endpoint, request: Request): ParsedCall {
  const names = [...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1]!)
  const params: Record<string, string> = {}
  for (const name of names) {
    const parsed = idSchema.safeParse(request.params[name])
    // An id that cannot be is an id that is not: the same answer.
    if (!parsed.success) throw new AppError('request.not_found')
    params[name] = parsed.data
  }
  refuseRepeated(request.query)
  // Of endpoints without a body too: its hash is taken for Idempotency-Key.
  refuseUnkeepable(request.body)
  return {
    params,
    query: parse(endpoint.query, request.query),
    body: parse(endpoint.body, request.body),
  }
}

function parse(schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) return undefined
  refuseUnkeepable(value)
  const parsed = schema.safeParse(value ?? {})
  if (parsed.success) return parsed.data
  throw new AppError('request.invalid', { problems: problemsOf(parsed.error) })
}

/** `?limit=1&limit=2`: which one was meant is not ours to guess. */
function refuseRepeated(query: Request['query']): void {
  const names = Object.keys(query).filter((name) => Array.isArray(query[name]))
  if (names.length === 0) return
  throw new AppError('request.invalid', {
    problems: names.map((name) => invalidAt(`/${name}`)),
  })
}

/** Deeper than any contract goes. */
const DEPTH_MAX = 40

/** NUL, which PostgreSQL cannot keep, and nesting that only costs time. */
function refuseUnkeepable(value: unknown, pointer = '', depth = 0): void {
  if (typeof value === 'string' && value.includes('\0'))
    throw new AppError('request.invalid', { problems: [invalidAt(pointer)] })
  if (value === null || typeof value !== 'object') return
  if (depth > DEPTH_MAX)
    throw new AppError('request.invalid', { problems: [invalidAt('')] })
  for (const [key, inner] of Object.entries(value)) {
    if (key.includes('\0'))
      throw new AppError('request.invalid', { problems: [invalidAt(pointer)] })
    refuseUnkeepable(inner, `${pointer}/${key}`, depth + 1)
  }
}

function invalidAt(pointer: string): SpokenProblem {
  return {
    pointer,
    rule: 'invalid',
    message: {
      vi: fieldProblemSentence('invalid', {}, 'vi'),
      en: fieldProblemSentence('invalid', {}, 'en'),
    },
  }
}
