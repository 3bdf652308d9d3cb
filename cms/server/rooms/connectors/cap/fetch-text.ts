import type { FetchText } from './poll-cap-feeds.js'

const TIMEOUT_MS = 10_000

/**
 * Reads text over HTTP within bounds: ten seconds, so many bytes, and no
 * redirect, so that an address cannot send us to a neighbour in our network.
 */
export const fetchText: FetchText = async (url, { etag, maxBytes }) => {
  const answer = await fetch(url, {
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: {
      Accept: 'application/cap+xml, application/atom+xml, application/xml',
      ...(etag === null ? {} : { 'If-None-Match': etag }),
    },
  })
  if (answer.status === 304) return null
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) throw new Error(`more than ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  const text = Buffer.concat(chunks).toString('utf8')
  return { text, etag: answer.headers.get('etag') }
}
