/** Speaks to the running CMS on this machine, with the token of its operator. */
import { createWriteStream } from 'node:fs'
import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
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
  /**
   * Writes what this address of the API answers into a new file and returns
   * its size. Throws AdminError; a half file is removed.
   */
  download(address: string, path: string): Promise<number>
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
    download: (address, path) =>
      download({ url, token: token.trim(), words }, address, path),
  }
}

type Way = { url: string; token: string; words: Words }

async function callCms<N extends EndpointName>(
  { url, token, words }: Way,
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
  throw refusal(answer.status, body, words)
}

/** The CMS's own sentence, or that it gave none. */
function refusal(status: number, body: unknown, words: Words): AdminError {
  const problem = problemSchema.safeParse(body)
  if (!problem.success)
    return new AdminError(words.fill('cmsAnsweredOddly', { status }))
  const { detail, code, problems = [] } = problem.data
  return new AdminError(
    `${detail} (${code})`,
    ...problems.map((one) => `  ${one.pointer}: ${one.message}`),
  )
}

async function download(
  { url, token, words }: Way,
  address: string,
  path: string,
): Promise<number> {
  const answer = await fetch(`${url}${address}`, {
    headers: {
      Authorization: `Bearer ${token}`,
      'Accept-Language': words.language,
    },
  }).catch((error: unknown) => {
    throw new AdminError(
      words.fill('cmsUnreachable', { url }),
      words.fill('cause', { reason: String(error) }),
    )
  })
  if (!answer.ok || !answer.body) {
    const body: unknown = await answer.json().catch(() => null)
    throw refusal(answer.status, body, words)
  }
  try {
    const bytes = Readable.fromWeb(answer.body as ReadableStream)
    // `wx`: somebody's file is never written over.
    await pipeline(bytes, createWriteStream(path, { flags: 'wx' }))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EEXIST') await rm(path, { force: true })
    throw new AdminError(
      words.fill('fileNotWritten', { path, reason: code ?? String(error) }),
    )
  }
  return (await stat(path)).size
}
