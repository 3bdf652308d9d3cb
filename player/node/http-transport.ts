/*
 * The way to the CMS over HTTP. Bodies are handed on unparsed; what is decided
 * here is only whether an answer came, and what word the CMS gave with a no.
 */
import { problemSchema } from '../../shared/contract/errors.js'
import type { Report } from '../../shared/contract/screen-link.js'
import type {
  Answer,
  FileStream,
  Refused,
  Reported,
  Transport,
} from '../core/ports.js'
import { detailOf, isCaptivePortal, troubleOf } from './net-trouble.js'
import { STRAIGHT, type WayOut } from './proxy.js'
import { openSocketLink, isFinalRefusal } from './socket-link.js'

const ANSWER_MS = 15_000
/** A file that stops arriving for this long is a broken connection. */
const IDLE_MS = 30_000
/** A manifest with 10,000 files fits many times. */
const MOST_JSON_BYTES = 16 * 1024 * 1024

/** A transport to the CMS at `cmsUrl` (no slash at the end). */
export function httpTransport(
  cmsUrl: string,
  wayOut: WayOut = STRAIGHT,
): Transport {
  const ask = (url: string, init: RequestInit) => askOver(wayOut, url, init)
  const post = (url: string, body: Report | object, assertion?: string) =>
    ask(url, {
      method: 'POST',
      headers: { ...bearer(assertion), 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const at = (path: string) => `${cmsUrl}/screen/v1${path}`
  const getJson = async (path: string, assertion?: string) =>
    json(await ask(at(path), { headers: bearer(assertion) }))

  return {
    getTime: (nonce) => getJson(`/time?nonce=${nonce}`),
    offerPairing: async (request) => json(await post(at('/pairings'), request)),
    askPairing: (id, assertion) => getJson(`/pairings/${id}`, assertion),
    getKeyring: (assertion) => getJson('/keyring', assertion),
    async getManifest(assertion, etag) {
      const headers = bearer(assertion)
      if (etag) headers['if-none-match'] = etag
      const response = await ask(at('/manifest'), { headers })
      if (!response.ok) return response
      if (response.value.status === 304)
        return { ok: true, value: { same: true } }
      const body = await json(response)
      if (!body.ok) return body
      const fresh = response.value.headers.get('etag')
      return { ok: true, value: { same: false, etag: fresh, body: body.value } }
    },
    getFile: (assertion, sha256, from) =>
      getFile(ask, { url: at(`/files/${sha256}`), assertion }, from),
    async sendReport(assertion, report): Promise<Reported> {
      const answer = await json(await post(at('/reports'), report, assertion))
      if (answer.ok) return 'taken'
      return isFinalRefusal(answer.code) ? 'refused' : 'unsent'
    },
    openLink: (assertion, listener) =>
      openSocketLink({ cmsUrl, assertion, agent: wayOut.agent }, listener),
  }
}

function bearer(assertion?: string): Record<string, string> {
  return assertion === undefined ? {} : { authorization: `Bearer ${assertion}` }
}

/** 2xx and 304 are answers; everything else is a refusal with its code. */
async function askOver(
  wayOut: WayOut,
  url: string,
  init: RequestInit,
): Promise<Answer<Response>> {
  let response: Response
  try {
    response = await wayOut.fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_MS),
      ...init,
    })
  } catch (error) {
    return offline(error, wayOut.viaProxy)
  }
  if (response.status >= 300 && isCaptivePortal(response.status, ''))
    return captive(response)
  if (response.ok || response.status === 304)
    return { ok: true, value: response }
  return refusal(response)
}

async function refusal(response: Response): Promise<Refused> {
  const detail = `status ${response.status}`
  const body: unknown = await response.json().catch(() => null)
  const problem = problemSchema.safeParse(body)
  if (problem.success)
    return { ok: false, reason: 'refused', code: problem.data.code, detail }
  // A proxy's error page is not the CMS's word.
  const reason = response.status >= 500 ? 'offline' : 'refused'
  return { ok: false, reason, detail }
}

async function json(answer: Answer<Response>): Promise<Answer<unknown>> {
  if (!answer.ok) return answer
  const { status, headers } = answer.value
  if (isCaptivePortal(status, headers.get('content-type') ?? ''))
    return captive(answer.value)
  try {
    const text = await answer.value.text()
    if (text.length > MOST_JSON_BYTES) throw new RangeError('too long')
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch (error) {
    return { ok: false, reason: 'malformed', detail: String(error) }
  }
}

async function getFile(
  ask: (url: string, init: RequestInit) => Promise<Answer<Response>>,
  { url, assertion }: { url: string; assertion: string },
  from: { byte: number; signal: AbortSignal },
): Promise<Answer<FileStream>> {
  const headers = bearer(assertion)
  headers['accept-encoding'] = 'identity'
  if (from.byte > 0) headers['range'] = `bytes=${from.byte}-`
  const idle = new AbortController()
  const signal = AbortSignal.any([from.signal, idle.signal])
  const timer = setTimeout(() => idle.abort(), IDLE_MS)
  const answer = await ask(url, { headers, signal })
  clearTimeout(timer)
  if (!answer.ok) return answer
  const { status, body } = answer.value
  const fromByte =
    status === 206 ? rangeStart(answer.value.headers.get('content-range')) : 0
  return {
    ok: true,
    value: { fromByte, chunks: steadyChunks(body, () => idle.abort()) },
  }
}

/** `bytes 100-199/200` → 100. Not readable: -1, which fits no part. */
function rangeStart(header: string | null): number {
  const match = header?.match(/^bytes (\d+)-/)
  return match ? Number(match[1]) : -1
}

/** The chunks; a stream that falls silent is aborted, which throws. */
async function* steadyChunks(
  body: ReadableStream<Uint8Array> | null,
  abort: () => void,
): AsyncGenerator<Uint8Array> {
  if (!body) return
  const reader = body.getReader()
  let timer = setTimeout(abort, IDLE_MS)
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      clearTimeout(timer)
      timer = setTimeout(abort, IDLE_MS)
      yield value
    }
  } finally {
    clearTimeout(timer)
    // Ends the request when the reader stops early.
    await reader.cancel().catch(() => {})
  }
}

function offline(error: unknown, viaProxy: boolean): Refused {
  const trouble = troubleOf(error, viaProxy)
  return { ok: false, reason: 'offline', trouble, detail: detailOf(error) }
}

/** Somebody on the way answers in the CMS's place. */
function captive(response: Response): Refused {
  void response.body?.cancel().catch(() => {})
  const detail = `a page with status ${response.status}`
  return { ok: false, reason: 'offline', trouble: 'captive_portal', detail }
}
