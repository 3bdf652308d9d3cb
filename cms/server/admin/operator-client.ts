/** Speaks to the running CMS on this machine, with the token of its operator. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  ENDPOINTS,
  type BodyOf,
  type Endpoint,
  type EndpointName,
  type OutputOf,
} from '../../../shared/contract/endpoints.js'
import { problemSchema } from '../../../shared/contract/errors.js'
import type { Config } from '../config/config.js'

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

/** Throws AdminError when the CMS never ran here. */
export async function openOperatorClient(
  config: Pick<Config, 'host' | 'port' | 'dataFolder'>,
): Promise<OperatorClient> {
  const path = join(config.dataFolder, 'keys', 'admin-token')
  const token = await readFile(path, 'utf8').catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    throw new AdminError(
      `Chưa có mã vận hành ${path}. Khởi động CMS một lần, và đặt BANGTIN_DATA như CMS.`,
      `No operator token: ${reason}`,
    )
  })
  const everywhere = ['0.0.0.0', '::'].includes(config.host)
  const url = `http://${everywhere ? '127.0.0.1' : config.host}:${config.port}`
  return {
    call: (name, sent = {}) =>
      callCms({ url, token: token.trim() }, name, sent),
  }
}

async function callCms<N extends EndpointName>(
  at: { url: string; token: string },
  name: N,
  sent: { params?: Record<string, string>; body?: BodyOf<N> },
): Promise<OutputOf<N>> {
  const endpoint: Endpoint = ENDPOINTS[name]
  const path = endpoint.path.replace(/:(\w+)/g, (_, param: string) =>
    encodeURIComponent(sent.params?.[param] ?? ''),
  )
  const answer = await fetch(`${at.url}/api/v1${path}`, {
    method: endpoint.method,
    headers: {
      Authorization: `Bearer ${at.token}`,
      'Accept-Language': 'vi',
      ...(sent.body === undefined
        ? {}
        : { 'Content-Type': 'application/json' }),
    },
    ...(sent.body === undefined ? {} : { body: JSON.stringify(sent.body) }),
  }).catch((error: unknown) => {
    const cause = (error as { cause?: { code?: string } }).cause?.code
    throw new AdminError(
      `Không kết nối được CMS ở ${at.url}. Khởi động CMS, hoặc đặt BANGTIN_PORT như CMS.`,
      `CMS not reached: ${cause ?? String(error)}`,
    )
  })
  const body: unknown = await answer.json().catch(() => null)
  if (answer.ok) return endpoint.output.parse(body) as OutputOf<N>
  const problem = problemSchema.safeParse(body)
  if (!problem.success) throw new AdminError(`CMS: HTTP ${answer.status}`)
  const { detail, code, problems = [] } = problem.data
  throw new AdminError(
    `${detail} (${code})`,
    ...problems.map((one) => `  ${one.pointer}: ${one.message}`),
  )
}
