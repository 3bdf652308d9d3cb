/**
 * The core's loopback door as the stage sees it: page, files, events, and what
 * the stage says back. A double of the port, for tests of the real page.
 */
import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  stageHeartbeatSchema,
  stageShownSchema,
  type StageHeartbeat,
  type StageShown,
} from '../../../shared/contract/stage-link.js'
import { bundle } from '../frame/slide-page.js'
import type { SampleFiles } from './stage-samples.js'

export type CoreDouble = {
  url: string
  files: SampleFiles
  heartbeats: StageHeartbeat[]
  shown: { what: StageShown; atMs: number }[]
  /** Sends raw text as one event to every stage, and to those that come later. */
  say(state: unknown): void
  /** Cuts every open line of events. */
  cutEvents(): void
  /** Refuses everything until called with false. */
  refuse(refusing: boolean): void
  /** Waits until the stage was refused once more. */
  waitRefused(): Promise<void>
  /** Waits for the next thing that the stage says, or has said, of this kind. */
  waitShown(is: (shown: StageShown) => boolean): Promise<number>
  stop(): Promise<void>
}

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data:; media-src 'self'; font-src 'self'; connect-src 'self'; frame-src 'self'"

export async function startCoreDouble(): Promise<CoreDouble> {
  const assets: Record<string, [string, string]> = {
    '/': ['text/html', readFileSync('player/stage/index.html', 'utf8')],
    '/stage.css': ['text/css', readFileSync('player/stage/stage.css', 'utf8')],
    '/stage.js': ['text/javascript', await bundle('player/stage/main.ts')],
  }
  const files: SampleFiles = new Map()
  const lines = new Set<ServerResponse>()
  const heartbeats: StageHeartbeat[] = []
  const shown: CoreDouble['shown'] = []
  const waiting: (() => void)[] = []
  const refused: (() => void)[] = []
  let last: string | null = null
  let refusing = false

  const server = createServer((req, res) => {
    const path = (req.url ?? '/').split('?')[0] ?? '/'
    if (refusing) {
      res.writeHead(503).end()
      for (const tell of refused.splice(0)) tell()
      return
    }
    if (path === '/stage/events') {
      res.writeHead(200, { 'content-type': 'text/event-stream' })
      res.write('retry: 200\n\n')
      lines.add(res)
      res.on('close', () => lines.delete(res))
      if (last !== null) res.write(`data: ${last}\n\n`)
      return
    }
    if (req.method === 'POST') {
      let body = ''
      req.on('data', (part: Buffer) => (body += part.toString()))
      req.on('end', () => {
        const said: unknown = JSON.parse(body)
        if (path === '/stage/heartbeat') {
          heartbeats.push(stageHeartbeatSchema.parse(said))
        } else {
          shown.push({
            what: stageShownSchema.parse(said),
            atMs: performance.now(),
          })
        }
        res.writeHead(204).end()
        for (const look of waiting.splice(0)) look()
      })
      return
    }
    const asset = assets[path]
    const file = files.get(path.replace('/files/', ''))
    if (!asset && file === undefined) return res.writeHead(404).end()
    res.writeHead(200, {
      'content-type': `${asset?.[0] ?? 'text/html'}; charset=utf-8`,
      'content-security-policy': CSP,
    })
    return res.end(asset?.[1] ?? file)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    files,
    heartbeats,
    shown,
    say(state) {
      last = typeof state === 'string' ? state : JSON.stringify(state)
      for (const line of lines) line.write(`data: ${last}\n\n`)
    },
    cutEvents() {
      for (const line of lines) line.destroy()
    },
    refuse: (next) => void (refusing = next),
    waitRefused: () => new Promise((tell) => refused.push(tell)),
    async waitShown(is) {
      for (;;) {
        const found = shown.find(({ what }) => is(what))
        if (found) return found.atMs
        await new Promise<void>((look) => waiting.push(look))
      }
    },
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
