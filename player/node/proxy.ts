/*
 * The way out of a public network that lets nobody out but through a proxy.
 * One address is ever asked, so one answer is found once, at the start.
 */
import type { Agent } from 'node:http'
import type { Dispatcher } from 'undici'

type Env = Readonly<Record<string, string | undefined>>

/**
 * The proxy that the environment names for this address; null: none. `NO_PROXY`
 * holds names, their sub-domains (with or without a dot), and `*`.
 */
export function proxyFor(address: string, env: Env): string | null {
  const { protocol, hostname } = new URL(address)
  const named =
    protocol === 'https:'
      ? (env['HTTPS_PROXY'] ?? env['https_proxy'])
      : (env['HTTP_PROXY'] ?? env['http_proxy'])
  if (!named) return null
  const exempt = (env['NO_PROXY'] ?? env['no_proxy'] ?? '').split(/[\s,]+/)
  const isExempt = exempt.some((name) => {
    const bare = name.replace(/^\*?\./, '').replace(/:\d+$/, '')
    if (name === '*') return true
    return bare !== '' && (hostname === bare || hostname.endsWith(`.${bare}`))
  })
  return isExempt ? null : named
}

export type WayOut = {
  fetch: typeof fetch
  /** For the socket; undefined: straight. */
  agent: Agent | undefined
  viaProxy: boolean
}

export const STRAIGHT: WayOut = {
  fetch: (input, init) => fetch(input, init),
  agent: undefined,
  viaProxy: false,
}

/** The way out; the proxy's client is loaded only where there is a proxy. */
export async function openWayOut(proxy: string | null): Promise<WayOut> {
  if (proxy === null) return STRAIGHT
  const [undici, { HttpsProxyAgent }] = await Promise.all([
    import('undici'),
    import('https-proxy-agent'),
  ])
  const dispatcher: Dispatcher = new undici.ProxyAgent(proxy)
  const through = (input: string, init: object) =>
    undici.fetch(input, { ...init, dispatcher })
  return {
    fetch: through as unknown as typeof fetch,
    agent: new HttpsProxyAgent(proxy),
    viaProxy: true,
  }
}
