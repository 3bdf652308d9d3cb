/** A signed-in person talking to the public API, as any program could. */
import { endpointAddress } from '../../shared/contract/endpoint-address.js'
import {
  ENDPOINTS,
  type BodyOf,
  type Endpoint,
  type EndpointName,
  type OutputOf,
  type QueryOf,
} from '../../shared/contract/endpoints.js'

export type CallOptions<N extends EndpointName> = {
  params?: Record<string, string>
  query?: QueryOf<N>
  body?: BodyOf<N>
}

export type ApiSession = {
  call<N extends EndpointName>(
    name: N,
    options?: CallOptions<N>,
  ): Promise<OutputOf<N>>
}

/** Signs in by user name and password. Throws with the server's own words. */
export async function signIn(
  cmsUrl: string,
  username: string,
  password: string,
): Promise<ApiSession> {
  const origin = new URL(cmsUrl).origin
  const answer = await fetch(`${origin}/api/v1/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ username, password }),
  })
  if (!answer.ok) {
    throw new Error(
      `sign-in ${username}: ${answer.status} ${await answer.text()}`,
    )
  }
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ')
  return { call: (name, options) => callApi({ origin, cookie }, name, options) }
}

async function callApi<N extends EndpointName>(
  who: { origin: string; cookie: string },
  name: N,
  options: CallOptions<N> = {},
): Promise<OutputOf<N>> {
  const endpoint: Endpoint = ENDPOINTS[name]
  const url = `${who.origin}${endpointAddress(endpoint.path, options.params, (options.query ?? {}) as object)}`
  const answer = await fetch(url, {
    method: endpoint.method,
    headers: {
      cookie: who.cookie,
      origin: who.origin,
      'accept-language': 'vi',
      ...(options.body === undefined
        ? {}
        : { 'content-type': 'application/json' }),
    },
    ...(options.body === undefined
      ? {}
      : { body: JSON.stringify(options.body) }),
  })
  if (!answer.ok) {
    throw new Error(`${name}: ${answer.status} ${await answer.text()}`)
  }
  return endpoint.output.parse(await answer.json()) as OutputOf<N>
}
