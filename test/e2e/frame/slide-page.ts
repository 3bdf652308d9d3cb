/** Starts Chromium on a small site of one bundled script and some files. */
import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'

/** Bundles a browser entry to one script, in memory. */
export async function bundle(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    target: ['es2022', 'chrome109'],
    platform: 'browser',
    logLevel: 'silent',
  })
  return result.outputFiles[0]?.text ?? ''
}

export type SlideSite = {
  url: string
  /** Served under /files/<name>. */
  files: Map<string, { type: string; body: string | Buffer }>
  stop(): Promise<void>
}

/** The policy of the stage's own page: what works here works there. */
const PAGE_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data:; media-src 'self'; font-src 'self'; connect-src 'self'; frame-src 'self'"

/** Serves an empty page with script and sheet, and files, on loopback. */
export async function startSlideSite(
  script: string,
  css = 'body{margin:0}',
): Promise<SlideSite> {
  const files: SlideSite['files'] = new Map()
  const answer = (req: IncomingMessage, res: ServerResponse) => {
    const path = new URL(req.url ?? '/', 'http://x').pathname
    if (path === '/') {
      res.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': PAGE_CSP,
      })
      return res.end(
        '<!doctype html><meta charset="utf-8">' +
          '<link rel="icon" href="data:,"><link rel="stylesheet" href="/page.css">' +
          '<div id="glass"></div><script type="module" src="/page.js"></script>',
      )
    }
    if (path === '/page.js') {
      res.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' })
      return res.end(script)
    }
    if (path === '/page.css') {
      res.writeHead(200, { 'content-type': 'text/css; charset=utf-8' })
      return res.end(css)
    }
    const file = files.get(path.replace('/files/', ''))
    if (!file) return res.writeHead(404).end()
    res.writeHead(200, {
      'content-type': file.type,
      'cache-control': 'public, max-age=31536000, immutable',
    })
    return res.end(file.body)
  }
  const server = createServer(answer)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    files,
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

/** Opens the site's page at the size of the glass. */
export async function openPage(
  browser: Browser,
  url: string,
  size = { width: 1920, height: 1080 },
): Promise<Page> {
  const page = await browser.newPage({ viewport: size })
  // tsx names functions by a call that the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named')
  await page.goto(url)
  return page
}
