/**
 * The other side of the CMS bench, in a process of its own: a thousand screens
 * on sockets, or as many bare `ws` clients, or a crowd that asks for manifests.
 * Orders come by IPC, one answer each.
 */
import { createPrivateKey, sign as cryptoSign } from 'node:crypto'
import { Agent, request } from 'node:http'
import { WebSocket } from 'ws'
import { signAssertion } from '../../shared/seal/assertion.js'
import type { PrivateJwk } from '../../shared/seal/keys.js'

export type LoadScreen = { id: string; key: PrivateJwk }
export type LoadOrder =
  | { do: 'sockets'; url: string; screens: LoadScreen[] }
  | { do: 'bare'; url: string; count: number; answerBytes: number }
  /** Waits for one broadcast on every open connection. */
  | { do: 'listen'; answering: boolean }
  | {
      do: 'ask'
      url: string
      path: string
      tokens: string[]
      etags?: string[]
      seconds: number
    }
  | { do: 'close' }
export type LoadAnswer =
  | { done: 'ready' }
  /** Milliseconds since the epoch, of each arrival and each acknowledgement. */
  | { done: 'heard'; arrivals: number[]; answered: number[] }
  | { done: 'asked'; requests: number; statuses: Record<string, number> }

type Connection = {
  next(): Promise<unknown>
  answer(heard: unknown): Promise<void>
  close(): void
}

const ATTEMPTS_AT_ONCE = 50
let connections: Connection[] = []
const now = () => performance.timeOrigin + performance.now()

async function inBatches<T>(
  items: readonly T[],
  open: (item: T) => Promise<Connection>,
): Promise<void> {
  for (let at = 0; at < items.length; at += ATTEMPTS_AT_ONCE)
    connections.push(
      ...(await Promise.all(items.slice(at, at + ATTEMPTS_AT_ONCE).map(open))),
    )
}

/**
 * A receipt as shared/seal makes it, by the quickest way Node has: a player
 * signs one, here a thousand are signed by one process.
 */
function receiptSigner({ id, key }: LoadScreen): (payload: object) => string {
  const privateKey = createPrivateKey({ key: { ...key }, format: 'jwk' })
  const part = (value: object) =>
    Buffer.from(JSON.stringify(value)).toString('base64url')
  const head = part({ alg: 'EdDSA', kid: id, typ: 'bt-receipt+jws' })
  return (payload) => {
    const words = `${head}.${part(payload)}`
    const signature = cryptoSign(null, Buffer.from(words), privateKey)
    return `${words}.${signature.toString('base64url')}`
  }
}

/**
 * Speaks the Socket.IO protocol by hand: a player is alone on its box, and a
 * thousand whole clients in one process would be most of what is measured.
 */
async function openScreen(
  url: string,
  screen: LoadScreen,
): Promise<Connection> {
  const { id, key } = screen
  const signer = { kid: id, key }
  const sign = receiptSigner(screen)
  const assertion = await signAssertion({
    subject: id,
    signer,
    now: Date.now(),
    jti: `bench-${id}`,
  })
  const address = url.replace(/^http/, 'ws')
  const socket = new WebSocket(
    `${address}/socket.io/?EIO=4&transport=websocket`,
    { perMessageDeflate: false },
  )
  const waiting = new Map<string, (words: string) => void>()
  const hear = (start: string) =>
    new Promise<string>((resolve) => waiting.set(start, resolve))
  socket.on('message', (raw: Buffer) => {
    const words = raw.toString('latin1')
    if (words === '2') socket.send('3')
    for (const [start, resolve] of waiting)
      if (words.startsWith(start)) {
        waiting.delete(start)
        resolve(words)
      }
  })
  const opened = hear('0')
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  await opened
  const joined = hear('40/screens')
  socket.send(`40/screens,${JSON.stringify({ assertion, protocol: 1 })}`)
  await joined
  let turn = 0
  return {
    next: () => hear('42/screens,["notice"'),
    async answer(heard) {
      const notice = noticeIn(String(heard))
      turn += 1
      const receipt = sign({
        kind: 'receipt',
        protocol: 1,
        id: `${id}-${turn}`,
        screenId: id,
        noticeId: notice.id,
        version: notice.version,
        state: 'shown',
        at: new Date().toISOString(),
      })
      const acknowledged = hear(`43/screens,${turn}[`)
      const report = JSON.stringify(['report', { receipts: [receipt] }])
      socket.send(`42/screens,${turn}${report}`)
      await acknowledged
    },
    close: () => socket.close(),
  }
}

let lastRead = { words: '', notice: { id: '', version: 0 } }

/** All screens hear the same words: read once. */
function noticeIn(words: string): { id: string; version: number } {
  if (words === lastRead.words) return lastRead.notice
  const sealed = /"sealed":"[^".]+\.([^".]+)\./.exec(words)?.[1] ?? ''
  const payload = Buffer.from(sealed, 'base64url').toString()
  lastRead = {
    words,
    notice: JSON.parse(payload) as { id: string; version: number },
  }
  return lastRead.notice
}

async function openBare(url: string, answerBytes: number): Promise<Connection> {
  const socket = new WebSocket(url, { perMessageDeflate: false })
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  const words = 'x'.repeat(answerBytes)
  const next = () => new Promise((resolve) => socket.once('message', resolve))
  return {
    next,
    async answer() {
      const acknowledged = next()
      socket.send(words)
      await acknowledged
    },
    close: () => socket.close(),
  }
}

async function listen(answering: boolean): Promise<LoadAnswer> {
  const arrivals: number[] = []
  const answered: number[] = []
  await Promise.all(
    connections.map(async (connection) => {
      const heard = await connection.next()
      arrivals.push(now())
      if (!answering) return
      await connection.answer(heard)
      answered.push(now())
    }),
  )
  return { done: 'heard', arrivals, answered }
}

async function ask(
  order: Extract<LoadOrder, { do: 'ask' }>,
): Promise<LoadAnswer> {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 })
  const statuses: Record<string, number> = {}
  let requests = 0
  const end = now() + order.seconds * 1000
  const worker = async (index: number) => {
    for (let turn = index; now() < end; turn += 32) {
      const which = turn % order.tokens.length
      const etag = order.etags?.[which]
      const status = await one(agent, `${order.url}${order.path}`, {
        authorization: `Bearer ${order.tokens[which]}`,
        ...(etag ? { 'if-none-match': etag } : {}),
      })
      statuses[status] = (statuses[status] ?? 0) + 1
      requests += 1
    }
  }
  await Promise.all(Array.from({ length: 32 }, (_, index) => worker(index)))
  agent.destroy()
  return { done: 'asked', requests, statuses }
}

function one(
  agent: Agent,
  url: string,
  headers: Record<string, string>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { agent, headers }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
    })
      .on('error', reject)
      .end()
  })
}

async function obey(order: LoadOrder): Promise<LoadAnswer> {
  switch (order.do) {
    case 'sockets':
      await inBatches(order.screens, (one) => openScreen(order.url, one))
      return { done: 'ready' }
    case 'bare':
      await inBatches(Array.from({ length: order.count }), () =>
        openBare(order.url, order.answerBytes),
      )
      return { done: 'ready' }
    case 'listen':
      return listen(order.answering)
    case 'ask':
      return ask(order)
    case 'close':
      connections.forEach((connection) => connection.close())
      connections = []
      return { done: 'ready' }
  }
}

process.on('message', (order: LoadOrder) => {
  void obey(order).then((answer) => process.send?.(answer))
})
