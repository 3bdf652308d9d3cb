/** Speaks to the running CMS on this machine, with the token of its operator. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { endpointAddress } from '../../../shared/contract/endpoint-address.js'
import {
  ENDPOINTS,
  type BodyOf,
  type Endpoint,
  type EndpointName,
  type OutputOf,
} from '../../../shared/contract/endpoints.js'
import { problemSchema } from '../../../shared/contract/errors.js'
import type { Config } from '../config/config.js'
import type { Words } from './words.js'

/** Something went wrong that a person can mend; the message says it whole. */
export class AdminError extends Error {
  override readonly name = 'AdminError'
  readonly lines: readonly string[]

  constructor(...lines: string[]) {
    super(lines.join('\n'))
    this.lines = lines
  }
}

export type OperatorClient = {
  /** The answer. Throws AdminError with the CMS's own sentence. */
  call<N extends EndpointName>(
    name: N,
    sent?: { params?: Record<string, string>; body?: BodyOf<N> },
  ): Promise<OutputOf<N>>
}

/**
 * A client that asks the CMS for sentences in the language of these words.
 * Throws AdminError when the CMS never ran here.
 */
export async function openOperatorClient(
  config: Pick<Config, 'host' | 'port' | 'dataFolder'>,
  words: Words,
): Promise<OperatorClient> {
  const path = join(config.dataFolder, 'keys', 'admin-token')
  const token = await readFile(path, 'utf8').catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    throw new AdminError(
      words.fill('tokenMissing', { path }),
      words.fill('cause', { reason }),
    )
  })
  const everywhere = ['0.0.0.0', '::'].includes(config.host)
  const url = `http://${everywhere ? '127.0.0.1' : config.host}:${config.port}`
  return {
    call: (name, sent = {}) =>
      callCms({ url, token: token.trim(), words }, name, sent),
  }
}

async function callCms<N extends EndpointName>(
  { url, token, words }: { url: string; token: string; words: Words },
  name: N,
  sent: { params?: Record<string, string>; body?: BodyOf<N> },
): Promise<OutputOf<N>> {
  const endpoint: Endpoint = ENDPOINTS[name]
  const address = endpointAddress(endpoint.path, sent.params)
  const answer = await fetch(`${url}${address}`, {
    method: endpoint.method,
    headers: {
      Authorization: `Bearer ${token}`,
      'Accept-Language': words.language,
      ...(sent.body === undefined
        ? {}
        : { 'Content-Type': 'application/json' }),
    },
    ...(sent.body === undefined ? {} : { body: JSON.stringify(sent.body) }),
  }).catch((error: unknown) => {
    const cause = (error as { cause?: { code?: string } }).cause?.code
    throw new AdminError(
      words.fill('cmsUnreachable', { url }),
      words.fill('cause', { reason: cause ?? String(error) }),
    )
  })
  const body: unknown = await answer.json().catch(() => null)
  if (answer.ok) return endpoint.output.parse(body) as OutputOf<N>
  const problem = problemSchema.safeParse(body)
  if (!problem.success)
    throw new AdminError(
      words.fill('cmsAnsweredOddly', { status: answer.status }),
    )
  const { detail, code, problems = [] } = problem.data
  throw new AdminError(
    `${detail} (${code})`,
    ...problems.map((one) => `  ${one.pointer}: ${one.message}`),
  )
}
