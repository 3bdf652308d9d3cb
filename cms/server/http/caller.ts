/**
 * Where a request comes from, decided once for everybody: the log, the audit,
 * rate limits, cookies, own origins and what only this machine may do. The
 * headers of a proxy count only when the installation says whose it is.
 */
import { BlockList, isIP } from 'node:net'
import type { IncomingMessage } from 'node:http'
import type { Express } from 'express'
import type { ProxyTrust } from '../config/front-door.js'

export type Caller = {
  /** IPv4 or IPv6, never mapped; null: a socket that has none. */
  address: string | null
  protocol: 'http' | 'https'
  /** Host and port the caller asked for. */
  host: string | null
  /** From this machine itself, by nobody's hand in between. */
  isLocal: boolean
}
export type CallerOf = (request: IncomingMessage) => Caller

/** Any of them says that somebody stands in between. */
const FORWARDING = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'via',
] as const

/** The one reader of addresses. Answers are kept with the request. */
export function createCallerOf(trust: ProxyTrust): CallerOf {
  const isTrusted = trustOf(trust)
  const known = new WeakMap<IncomingMessage, Caller>()
  return (request) => {
    const kept = known.get(request)
    if (kept !== undefined) return kept
    const caller = readCaller(request, isTrusted)
    known.set(request, caller)
    return caller
  }
}

/** Makes `request.ip`, `.protocol` and `.host` of Express say the same. */
export function tellExpress(app: Express, callerOf: CallerOf): void {
  const getters: Record<string, (caller: Caller) => string | undefined> = {
    ip: ({ address }) => address ?? undefined,
    protocol: ({ protocol }) => protocol,
    host: ({ host }) => host ?? undefined,
  }
  for (const [name, read] of Object.entries(getters))
    Object.defineProperty(app.request, name, {
      configurable: true,
      enumerable: true,
      get(this: IncomingMessage) {
        return read(callerOf(this))
      },
    })
}

/** Whether the address is this machine's own. */
export function isLoopback(address: string | null): boolean {
  return (
    address !== null &&
    (address === '::1' || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(address))
  )
}

type IsTrusted = (address: string | null, hop: number) => boolean

function trustOf(trust: ProxyTrust): IsTrusted {
  if (trust === null) return () => false
  if ('hops' in trust) return (_address, hop) => hop < trust.hops
  const list = new BlockList()
  for (const network of trust.networks) {
    const [address = '', bits] = network.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return (address) =>
    address !== null &&
    list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

function readCaller(request: IncomingMessage, isTrusted: IsTrusted): Caller {
  const { headers, socket } = request
  const nearest = plainAddress(socket.remoteAddress ?? '')
  const chain = (headers['x-forwarded-for'] ?? '')
    .toString()
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)
  let address = nearest
  let hop = 0
  while (chain.length > 0 && isTrusted(address, hop)) {
    const next = plainAddress(chain.at(-1) ?? '')
    // What is no address was not written by a proxy.
    if (next === null) break
    chain.pop()
    address = next
    hop += 1
  }
  const believed = isTrusted(nearest, 0)
  const isForwarded = FORWARDING.some((name) => headers[name] !== undefined)
  const isWhole = hop > 0 && chain.length === 0
  return {
    address,
    protocol: protocolOf(request, believed),
    host: hostOf(request, believed),
    isLocal:
      isLoopback(nearest) && isLoopback(address) && (!isForwarded || isWhole),
  }
}

function protocolOf(
  request: IncomingMessage,
  believed: boolean,
): Caller['protocol'] {
  const said = believed ? firstOf(request, 'x-forwarded-proto') : undefined
  if (said === 'https' || said === 'http') return said
  return 'encrypted' in request.socket ? 'https' : 'http'
}

function hostOf(request: IncomingMessage, believed: boolean): string | null {
  const said = believed ? firstOf(request, 'x-forwarded-host') : undefined
  const host = said ?? request.headers.host ?? ''
  return /^[A-Za-z0-9._:[\]-]{1,255}$/.test(host) ? host : null
}

function firstOf(request: IncomingMessage, name: string): string | undefined {
  const [first] = (request.headers[name] ?? '').toString().split(',')
  return first?.trim().toLowerCase() || undefined
}

/** Without a port, brackets, a zone or the mapping of IPv4; null: no address. */
function plainAddress(word: string): string | null {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(word)?.[1] ?? word
  const address =
    /^([\d.]+):\d+$/.exec(bare)?.[1] ??
    bare
      .toLowerCase()
      .replace(/%.*$/, '')
      .replace(/^::ffff:(?=\d+\.)/, '')
  return isIP(address) === 0 ? null : address
}
