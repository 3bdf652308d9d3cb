/**
 * The door between the endpoint table and use cases: who calls is found,
 * what they sent is parsed by the contract, and nothing else gets through.
 */
import type { Request, RequestHandler, Response, Router } from 'express'
import type { z } from 'zod'
import {
  ENDPOINTS,
  type Endpoint,
  type EndpointName,
} from '../../../shared/contract/endpoints.js'
import { AppError } from '../../../shared/kernel/app-error.js'
import type { Actor } from '../rooms/accounts/actor.js'
import type { AnswerOnce } from '../rooms/accounts/answer-once.js'
import { countLines } from '../rooms/audit/line-watch.js'
import type { RecordRefusal } from '../rooms/audit/record-refusal.js'
import type { Authenticate } from './authenticate.js'
import { isKnown, tagOf, versionAsked, weakTagOf } from './entity-tag.js'
import { hashOfRequest, idempotencyKeyOf } from './idempotency-key.js'
import { parseCall, type ParsedCall } from './parse-call.js'
import type { LimitCaller } from './rate-limit.js'
import { isRecorded, refusedAct, toldOutside } from './refusal.js'

type Table = typeof ENDPOINTS
type ParamsIn<P extends string> = P extends `${string}:${infer N}/${infer Rest}`
  ? N | ParamsIn<`/${Rest}`>
  : P extends `${string}:${infer N}`
    ? N
    : never
type Parsed<E, Key extends string> =
  E extends Record<Key, infer S extends z.ZodType> ? z.output<S> : undefined

/** One parsed call of an endpoint. */
export type Call<N extends EndpointName> = {
  actor: Actor
  params: Record<ParamsIn<Table[N]['path']>, string>
  query: Parsed<Table[N], 'query'>
  body: Parsed<Table[N], 'body'>
  /** The version If-Match names; null: none was named. */
  ifMatch: number | null
  request: Request
  response: Response
}

/** What the handler answers: the output before the contract has read it. */
export type Answer<N extends EndpointName> = z.input<Table[N]['output']>

/** Registers the handler of one endpoint; `before` runs ahead of it. */
export type Route = <N extends EndpointName>(
  name: N,
  handler: (call: Call<N>) => Promise<Answer<N>>,
  before?: RequestHandler,
) => void

export type Acceptance = {
  authenticate: Authenticate
  answerOnce: AnswerOnce
  recordRefusal: RecordRefusal
  limitCaller: LimitCaller
  /** Answers are read by the contract too: in tests and development. */
  checkAnswers: boolean
}

type Accepted = ParsedCall & {
  name: EndpointName
  endpoint: Endpoint
  actor: Actor
  ifMatch: number | null
  request: Request
  response: Response
}

/** Makes the `route` function over a router mounted at /api/v1. */
export function createRoute(router: Router, options: Acceptance): Route {
  return (name, handler, before) => {
    const endpoint: Endpoint = ENDPOINTS[name]
    const verb = endpoint.method.toLowerCase() as Lowercase<Endpoint['method']>
    const handle: RequestHandler = async (request, response) => {
      const actor = await options.authenticate(request)
      if (actor === null) throw new AppError('auth.required')
      options.limitCaller(actor, request)
      requireOwnPassword(actor, name)
      if (before !== undefined) await runBefore(before, request, response)
      const call: Accepted = {
        ...parseCall(endpoint, request),
        ifMatch: versionAsked(request.headers['if-match']),
        ...{ name, endpoint, actor, request, response },
      }
      // Parsed by the very schemas the types were made from.
      const typed = call as unknown as Call<typeof name>
      const work = async () => {
        if (!options.checkAnswers) return handler(typed)
        const { done, lines } = await countLines(() => handler(typed))
        requireLine(name, endpoint, lines)
        return checked(name, endpoint, done)
      }
      const answer = await done(options, call, work).catch(
        async (error: unknown) => {
          throw await refused(options, call, error)
        },
      )
      // A stream or a page of its own kind has been sent already.
      if (!response.headersSent) send(call, answer)
    }
    router[verb](endpoint.path, handle)
  }
}

/** What a person with a temporary password may ask for: to change it. */
const BEFORE_OWN_PASSWORD: ReadonlySet<EndpointName> = new Set([
  'me',
  'myActs',
  'changeOwnPassword',
])

function requireOwnPassword(actor: Actor, name: EndpointName): void {
  if (actor.lacks.ownPassword && !BEFORE_OWN_PASSWORD.has(name))
    throw new AppError('auth.password_change_required')
}

/** Does the work, once for each Idempotency-Key. */
async function done(
  options: Acceptance,
  call: Accepted,
  work: () => Promise<unknown>,
): Promise<unknown> {
  const key = idempotencyKeyOf(call.request)
  if (key === null) return work()
  const once = await options.answerOnce(
    {
      personId: call.actor.id,
      key,
      requestHash: hashOfRequest(call.name, call),
      keepsAnswer: call.endpoint.answersSecret !== true,
    },
    work,
  )
  if (once.replayed) call.response.setHeader('Idempotency-Replayed', 'true')
  return once.answer
}

function send(call: Accepted, answer: unknown): void {
  const { endpoint, request, response } = call
  const body = JSON.stringify(answer)
  const { version } = (answer ?? {}) as { version?: unknown }
  const tag =
    endpoint.versioned === true && typeof version === 'number'
      ? tagOf(version, body)
      : weakTagOf(body)
  response.setHeader('Cache-Control', 'no-store')
  // What was done just now has no other representation to compare with.
  if (endpoint.method === 'GET' || endpoint.versioned === true)
    response.setHeader('ETag', tag)
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  if (isRead && isKnown(request.headers['if-none-match'], tag)) {
    response.status(304).end()
    return
  }
  response.type('application/json').send(body)
}

/** The refusal to tell, once the audit has its line. */
async function refused(
  options: Acceptance,
  call: Accepted,
  error: unknown,
): Promise<unknown> {
  const { name, endpoint, actor, params, ifMatch } = call
  if (options.checkAnswers) refuseUnlisted(name, error)
  const line = refusedAct({ ...endpoint, name }, params, error)
  if (line !== null && isRecorded(actor))
    await options.recordRefusal(actor, line)
  const conflict = error instanceof AppError && error.code.endsWith('.conflict')
  if (conflict && ifMatch !== null)
    return new AppError('request.precondition_failed', error.details, error)
  return toldOutside(endpoint, error)
}

function runBefore(
  before: RequestHandler,
  request: Request,
  response: Response,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = (error?: unknown) =>
      error === undefined ? resolve() : reject(error as Error)
    void before(request, response, next)
  })
}

/** Truth 6: every act leaves a line, or its endpoint says why it does not. */
function requireLine(name: string, endpoint: Endpoint, lines: number): void {
  if (endpoint.method === 'GET' || endpoint.leavesNoLine !== undefined) return
  if (lines === 0)
    throw new Error(`${name} left no line, and does not say leavesNoLine`)
}

function checked(name: string, endpoint: Endpoint, answer: unknown): unknown {
  const parsed = endpoint.output.safeParse(answer)
  if (parsed.success) return parsed.data
  throw new Error(`${name} broke its contract: ${parsed.error.message}`)
}

function refuseUnlisted(name: EndpointName, error: unknown): void {
  if (!(error instanceof AppError)) return
  if (/^(request|auth)\.|^internal$/.test(error.code)) return
  const listed: readonly string[] = ENDPOINTS[name].errors
  if (!listed.includes(error.code))
    throw new Error(`${name} answered ${error.code}, which it does not list`, {
      cause: error,
    })
}
