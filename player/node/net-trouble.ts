import type { NetTrouble } from '../../shared/contract/screen-link.js'

const NO_NETWORK = new Set(['ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL'])
const NO_NAME = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA'])
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ECONNRESET',
  'EPIPE',
  'UND_ERR_SOCKET',
])
const STRANGE_CERTIFICATE = new Set([
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_SIGNATURE_FAILURE',
])
const CERTIFICATE_DATES = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'])

/** What a failed connection means to a technician, in one word. */
export function troubleOf(error: unknown, viaProxy: boolean): NetTrouble {
  const code = codeOf(error)
  if (CERTIFICATE_DATES.has(code)) return 'tls_clock'
  if (STRANGE_CERTIFICATE.has(code)) return 'tls_intercepted'
  if (NO_NETWORK.has(code)) return 'no_network'
  // Whoever stands between us is the first who can fail.
  if (viaProxy && (NO_NAME.has(code) || code === 'ECONNREFUSED')) return 'proxy'
  if (viaProxy && /proxy/i.test(String(causeOf(error)))) return 'proxy'
  if (NO_NAME.has(code)) return 'no_name'
  if (UNREACHABLE.has(code)) return 'unreachable'
  return isTimeout(error) ? 'timeout' : 'unreachable'
}

/** The system's own code, or the error in words; at most 200 characters. */
export function detailOf(error: unknown): string {
  return (codeOf(error) || String(causeOf(error))).slice(0, 200)
}

/**
 * Whether an answer that should be ours comes from a sign-in page: it sends us
 * elsewhere, or it is a page.
 */
export function isCaptivePortal(status: number, mediaType: string): boolean {
  if (status === 511) return true
  if (status >= 300 && status < 400 && status !== 304) return true
  return status < 300 && /^\s*text\/html/i.test(mediaType)
}

function causeOf(error: unknown): unknown {
  return error instanceof Error ? (error.cause ?? error) : error
}

function codeOf(error: unknown): string {
  const code = (causeOf(error) as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : ''
}

function isTimeout(error: unknown): boolean {
  const name = (error as { name?: unknown } | null)?.name
  return name === 'TimeoutError' || /TIMEOUT|ETIMEDOUT/.test(codeOf(error))
}
