/* The line between a screen and its CMS, in every bad state a line can be in. */
import { connect, createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

export type LineState =
  | { kind: 'good' }
  /** Nobody answers. */
  | { kind: 'cut' }
  /** Every connection dies after that many bytes from the CMS. */
  | { kind: 'breaks'; afterBytes: number }
  | { kind: 'slow'; bytesPerSecond: number }
  /** Connections stay open and nothing passes. */
  | { kind: 'silent' }
  /** A hotel's sign-in page answers everything. */
  | { kind: 'captive' }
  /** One byte in so many is another one. */
  | { kind: 'noisy'; everyBytes: number }

export type BadNetwork = {
  url: string
  set(state: LineState): void
  stop(): Promise<void>
}

const PORTAL =
  'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nconnection: close\r\n\r\n' +
  '<html><body>Wi-Fi miễn phí: mời đăng nhập</body></html>'

/** Listens on a port of its own and carries everything to `target()`. */
export async function startBadNetwork(
  target: () => number,
): Promise<BadNetwork> {
  let state: LineState = { kind: 'good' }
  const open = new Set<Socket>()
  const server = createServer((near) => {
    open.add(near)
    near.on('close', () => open.delete(near))
    near.on('error', () => near.destroy())
    if (state.kind === 'cut') return near.destroy()
    if (state.kind === 'captive')
      return void near.once('data', () => near.end(PORTAL))
    if (state.kind === 'silent') return void near.resume()
    const far = connect(target(), '127.0.0.1')
    open.add(far)
    far.on('error', () => near.destroy())
    far.on('close', () => {
      open.delete(far)
      near.destroy()
    })
    near.on('close', () => far.destroy())
    near.pipe(far)
    carry(far, near, () => state)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set(next) {
      state = next
      // Whatever the line was before, its connections do not outlive it.
      if (next.kind !== 'slow' && next.kind !== 'noisy')
        for (const socket of open) socket.destroy()
    },
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        for (const socket of open) socket.destroy()
      }),
  }
}

/** From the CMS to the screen, as the line is at that moment. */
function carry(far: Socket, near: Socket, now: () => LineState): void {
  let passed = 0
  far.on('data', (chunk: Buffer) => {
    const state = now()
    passed += chunk.length
    if (state.kind === 'silent') return
    if (state.kind === 'breaks' && passed > state.afterBytes) {
      near.write(chunk.subarray(0, Math.max(0, state.afterBytes - passed)))
      return near.destroy()
    }
    if (state.kind === 'noisy' && passed % state.everyBytes < chunk.length)
      chunk[passed % chunk.length] = (chunk[passed % chunk.length] ?? 0) ^ 0x20
    near.write(chunk)
    if (state.kind !== 'slow') return
    far.pause()
    const waitMs = (chunk.length / state.bytesPerSecond) * 1000
    setTimeout(() => far.resume(), Math.min(waitMs, 2000))
  })
}
