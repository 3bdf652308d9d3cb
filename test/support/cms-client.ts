/** Calls the CMS as the console does: typed by the endpoint table. */
import { endpointAddress } from '../../shared/contract/endpoint-address.js'
import {
  ENDPOINTS,
  type BodyOf,
  type Endpoint,
  type EndpointName,
  type OutputOf,
  type QueryOf,
} from '../../shared/contract/endpoints.js'
import {
  problemSchema,
  type ErrorCode,
  type Problem,
} from '../../shared/contract/errors.js'

export type Sent<N extends EndpointName> = {
  params?: Record<string, string>
  query?: QueryOf<N>
  body?: BodyOf<N>
}

export type CmsClient = {
  url: string
  headers: Record<string, string>
  /** A client that carries the session. Throws when refused. */
  signIn(userName: string, password: string): Promise<CmsClient>
  /** The answer, read by the contract. Throws ProblemError when refused. */
  call<N extends EndpointName>(name: N, sent?: Sent<N>): Promise<OutputOf<N>>
  /** The problem; throws when it was not refused, or with another code. */
  refused<N extends EndpointName>(
    name: N,
    code: ErrorCode,
    sent?: Sent<N>,
  ): Promise<Problem>
  /** Anything else, with the session. */
  fetch(path: string, init?: RequestInit): Promise<Response>
}

/** What the CMS answered instead of an output. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}: ${problem.detail}`)
    this.problem = problem
  }
}

export function cmsClient(at: {
  url: string
  headers: Record<string, string>
}): CmsClient {
  const { url, headers } = at
  const send: CmsClient['fetch'] = (path, init = {}) =>
    fetch(`${url}${path}`, {
      ...init,
      headers: { ...headers, ...(init.headers as Record<string, string>) },
    })

  const ask = async <N extends EndpointName>(name: N, sent: Sent<N> = {}) => {
    const { method, path }: Endpoint = ENDPOINTS[name]
    const body = sent.body === undefined ? undefined : JSON.stringify(sent.body)
    return send(
      endpointAddress(path, sent.params, (sent.query ?? {}) as object),
      {
        method,
        headers:
          body === undefined ? {} : { 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body }),
      },
    )
  }

  return {
    url,
    headers,
    fetch: send,
    async signIn(username, password) {
      const answer = await send('/api/v1/auth/sign-in/username', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: url },
        body: JSON.stringify({ username, password }),
      })
      if (!answer.ok) throw new ProblemError(await problemIn(answer))
      const cookie = answer.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; ')
      return cmsClient({ url, headers: { Cookie: cookie, Origin: url } })
    },
    async call(name, sent) {
      const answer = await ask(name, sent)
      if (!answer.ok) throw new ProblemError(await problemIn(answer))
      const output = ENDPOINTS[name].output.parse(await answer.json())
      return output as OutputOf<typeof name>
    },
    async refused(name, code, sent) {
      const answer = await ask(name, sent)
      if (answer.ok) throw new Error(`${name} was not refused`)
      const problem = await problemIn(answer)
      if (problem.code !== code)
        throw new Error(`expected ${code}`, {
          cause: new ProblemError(problem),
        })
      return problem
    },
  }
}

/** The problem document of an answer that is one. */
export async function problemIn(answer: Response): Promise<Problem> {
  return problemSchema.parse(await answer.json())
}
