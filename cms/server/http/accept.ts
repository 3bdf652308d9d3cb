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
import { idSchema } from '../../../shared/contract/primitives.js'
import { AppError } from '../../../shared/kernel/app-error.js'
import type { Actor } from '../rooms/accounts/actor.js'
import type { Authenticate } from './authenticate.js'
import { problemsOf } from './zod-problems.js'

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

type Options = {
  authenticate: Authenticate
  /** Answers are read by the contract too: in tests and development. */
  checkAnswers: boolean
}

/** Makes the `route` function over a router mounted at /api/v1. */
export function createRoute(router: Router, options: Options): Route {
  return (name, handler, before) => {
    const endpoint: Endpoint = ENDPOINTS[name]
    const verb = endpoint.method.toLowerCase() as Lowercase<Endpoint['method']>
    const handle: RequestHandler = async (request, response) => {
      const actor = await options.authenticate(request)
      if (actor === null) throw new AppError('auth.required')
      requireOwnPassword(actor, name)
      if (before !== undefined) await runBefore(before, request, response)
      const call = { ...parseCall(endpoint, request), request, response, actor }
      // Parsed by the very schemas the types were made from.
      const typed = call as unknown as Call<typeof name>
      const answer: unknown = await handler(typed).catch((error: unknown) => {
        if (options.checkAnswers) refuseUnlisted(name, error)
        throw error
      })
      response.setHeader('Cache-Control', 'no-store')
      response.json(
        options.checkAnswers ? checked(name, endpoint, answer) : answer,
      )
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

function parseCall(endpoint: Endpoint, request: Request) {
  const names = [...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1]!)
  const params: Record<string, string> = {}
  for (const name of names) {
    const parsed = idSchema.safeParse(request.params[name])
    // An id that cannot be is an id that is not: the same answer.
    if (!parsed.success) throw new AppError('request.not_found')
    params[name] = parsed.data
  }
  return {
    params,
    query: parse(endpoint.query, request.query),
    body: parse(endpoint.body, request.body),
  }
}

function parse(schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) return undefined
  const parsed = schema.safeParse(value ?? {})
  if (parsed.success) return parsed.data
  throw new AppError('request.invalid', { problems: problemsOf(parsed.error) })
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
