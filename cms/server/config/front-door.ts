/** What stands in front of the CMS: proxies it believes, pages it lets in. */
import { isIP } from 'node:net'
import { z } from 'zod'

/**
 * Whose forwarding headers are believed: so many proxies in a row, or proxies
 * at these addresses and networks; null: nobody's.
 */
export type ProxyTrust =
  { readonly hops: number } | { readonly networks: readonly string[] } | null

/** Origins of other sites whose pages may call the API. */
export type CorsOrigins = 'any' | readonly string[]

const HOPS_MAX = 9

/** `BANGTIN_TRUST_PROXY`: a hop count, or addresses and CIDRs with commas. */
export const proxyTrustSchema = z
  .string()
  .transform((text, context): NonNullable<ProxyTrust> => {
    const words = wordsOf(text)
    const [first = ''] = words
    if (words.length === 1 && /^\d+$/.test(first)) {
      const hops = Number(first)
      if (hops >= 1 && hops <= HOPS_MAX) return { hops }
    } else if (words.length > 0 && words.every(isNetwork))
      return { networks: words }
    context.addIssue({ code: 'custom' })
    return z.NEVER
  })

/** `BANGTIN_CORS_ORIGINS`: exact origins with commas, or `*`. */
export const corsOriginsSchema = z
  .string()
  .transform((text, context): CorsOrigins => {
    const words = wordsOf(text)
    if (words.length === 1 && words[0] === '*') return 'any'
    if (words.length > 0 && words.every(isOrigin)) return words
    context.addIssue({ code: 'custom' })
    return z.NEVER
  })

function wordsOf(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)
}

function isNetwork(word: string): boolean {
  const [address = '', bits, ...rest] = word.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  if (bits === undefined) return true
  // A network of everybody would believe everybody.
  const most = version === 4 ? 32 : 128
  return /^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most
}

function isOrigin(word: string): boolean {
  if (!URL.canParse(word)) return false
  const url = new URL(word)
  return /^https?:$/.test(url.protocol) && url.origin === word
}
