// One typed door to /api/v1, made from the endpoint table both sides share.
import {
  API_ROOT,
  endpointAddress,
} from '../../../shared/contract/endpoint-address.js'
import {
  ENDPOINTS,
  type BodyOf,
  type Endpoint,
  type EndpointName,
  type OutputOf,
  type QueryOf,
} from '../../../shared/contract/endpoints.js'
import { currentLanguage } from './language-cookie.js'
import {
  AnswerUnreadable,
  ConnectionLost,
  isProblem,
  problemOf,
} from './problem.js'
import { proveNow } from './proof-gate.js'

export const API = API_ROOT

export type CallInput<N extends EndpointName> = {
  params?: Record<string, string>
  query?: QueryOf<N>
  body?: BodyOf<N>
  /** The version this changes; a newer one on the server answers 412. */
  ifMatch?: number
  signal?: AbortSignal
}

/**
 * Calls one endpoint and parses what comes back.
 * Throws ApiProblem (refused), ConnectionLost, AnswerUnreadable, or the
 * browser's AbortError when `signal` fires.
 */
export async function call<N extends EndpointName>(
  name: N,
  input: CallInput<N> = {},
): Promise<OutputOf<N>> {
  const endpoint: Endpoint = ENDPOINTS[name]
  const response = await send(endpoint, input)
  const answer: unknown = await response.json().catch(() => null)
  const parsed = endpoint.output.safeParse(answer)
  if (!parsed.success) throw new AnswerUnreadable(name)
  return parsed.data as OutputOf<N>
}

/**
 * fetch with our headers; throws ConnectionLost or the server's refusal. A
 * grave act without a recent proof asks the person for one and goes on.
 */
export async function request(
  address: string,
  init: RequestInit,
): Promise<Response> {
  const response = await fetchOnce(address, init)
  if (response.ok) return response
  const problem = await problemOf(response)
  if (!isProblem(problem, 'auth.proof_required') || !(await proveNow()))
    throw problem
  const again = await fetchOnce(address, init)
  if (!again.ok) throw await problemOf(again)
  return again
}

async function fetchOnce(
  address: string,
  init: RequestInit,
): Promise<Response> {
  let response: Response
  try {
    response = await fetch(address, {
      credentials: 'same-origin',
      ...init,
      headers: { 'accept-language': currentLanguage(), ...init.headers },
    })
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') {
      throw cause
    }
    throw new ConnectionLost('no answer', { cause })
  }
  return response
}

function send(
  endpoint: Endpoint,
  input: {
    params?: Record<string, string>
    query?: unknown
    body?: unknown
    ifMatch?: number
    signal?: AbortSignal
  },
): Promise<Response> {
  const query = (input.query ?? {}) as Record<string, unknown>
  const hasBody = input.body !== undefined
  return request(endpointAddress(endpoint.path, input.params, query), {
    method: endpoint.method,
    ...(hasBody && { body: JSON.stringify(input.body) }),
    headers: {
      ...(hasBody && { 'content-type': 'application/json' }),
      ...(input.ifMatch !== undefined && { 'if-match': `"${input.ifMatch}"` }),
    },
    ...(input.signal && { signal: input.signal }),
  })
}
