/*
 * A Chromium without a window that lays slides out with the very code of the
 * glass and says what a reader would trip over. It reaches nothing but what it
 * is handed: every request is answered from here.
 */
import { chromium, type Browser, type Page } from 'playwright-core'
import { gaugeFlags } from './find-chromium.js'
import type { Gauged, Scene } from './gauge-page.js'

/** A file a slide refers to by its hash. */
export type GaugeFile = { bytes: Uint8Array; mediaType: string }
export type ReadGaugeFile = (sha256: string) => Promise<GaugeFile | null>

export type Gauge = {
  /** @throws when a file of the slide is missing */
  show(scene: Scene): Promise<Gauged>
  /** The page it is shown on, for pictures. */
  page: Page
  close(): Promise<void>
}

const ORIGIN = 'http://gauge.invalid'
const EMPTY =
  '<!doctype html><html><body style="margin:0;background:#000;overflow:hidden"></body></html>'

/** Opens one. `browser` may be shared: then it stays open at the close. */
export async function openGauge(options: {
  script: string
  readFile: ReadGaugeFile
  executablePath?: string
  browser?: Browser
}): Promise<Gauge> {
  const browser =
    options.browser ??
    (await chromium.launch({
      args: gaugeFlags(),
      ...(options.executablePath === undefined
        ? {}
        : { executablePath: options.executablePath }),
    }))
  const page = await browser.newPage({
    viewport: { width: 1920, height: 1080 },
  })
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url())
    const sha256 = /^\/files\/([0-9a-f]{64})$/.exec(pathname)?.[1]
    if (pathname === '/') {
      return route.fulfill({ contentType: 'text/html', body: EMPTY })
    }
    const file = sha256 ? await options.readFile(sha256) : null
    if (!file) return route.fulfill({ status: 404, body: '' })
    return route.fulfill({
      contentType: file.mediaType,
      body: Buffer.from(file.bytes),
    })
  })
  await page.goto(`${ORIGIN}/`)
  await page.evaluate(options.script)
  return {
    page,
    show: (scene) => page.evaluate((one) => window.gauge.show(one), scene),
    close: () => (options.browser ? page.close() : browser.close()),
  }
}
