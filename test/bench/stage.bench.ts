/**
 * The stage in headless Chromium with the shipped templates: how smooth a
 * change is, how fast a notice takes the glass, and whether anything grows.
 */
import { readFileSync } from 'node:fs'
import { chromium, type Page } from 'playwright-core'
import type { Manifest } from '../../shared/contract/manifest.js'
import { withNotice, withRecall } from '../../shared/programme/apply-orders.js'
import { bundle, openPage, startSlideSite } from '../e2e/frame/slide-page.js'
import {
  colouredSlide,
  MORNING,
  sampleManifest,
  sampleNotice,
  SCREEN_ID,
} from '../e2e/stage/stage-samples.js'
import { chromiumFlags, chromiumPath } from '../support/browser.js'
import { medianAndP99, type BenchRow } from './bench-row.js'
import { treeMemoryMiB } from './process-memory.js'
import { realProgramme, type RealProgramme } from './real-slides.js'

const FIRST_SLIDES = 100
const ALL_SLIDES = 2000
const SMOOTH_CHANGES = 20
const NOTICES = 40
const PLAIN = ['#cfe', '#fce', '#fec'].map((colour, i) => ({
  id: `item-${i}`,
  html: colouredSlide(`Bản tin ${i}`, colour),
  seconds: 20,
}))
const NONE = { slideMs: 0, urgentMs: 0, pageMs: 0 }

export async function run(): Promise<BenchRow[]> {
  const site = await startSlideSite(
    await bundle('test/e2e/stage/stage-page.ts'),
    readFileSync('player/stage/stage.css', 'utf8'),
  )
  const server = await chromium.launchServer({
    executablePath: chromiumPath(),
    args: [...chromiumFlags(), '--enable-precise-memory-info'],
  })
  const pid = server.process().pid ?? 0
  const browser = await chromium.connect(server.wsEndpoint())
  try {
    const programme = await realProgramme(site)
    const fresh = async (motion?: typeof NONE) => {
      const page = await openPage(browser, site.url)
      serve(site.files, programme)
      await start(page, programme.manifest, motion)
      return page
    }
    const rows: BenchRow[] = []
    rows.push(await smoothness(await fresh()))
    rows.push(await urgency(await fresh(), programme, site.files))
    // Plain slides: what could grow is frames, nodes and listeners, and a
    // change of these takes 40 ms instead of 100.
    programme.manifest = sampleManifest(programme.files, PLAIN)
    rows.push(...(await growth(await fresh(NONE), pid)))
    return rows
  } finally {
    await browser.close()
    await server.close()
    await site.stop()
  }
}

async function start(
  page: Page,
  manifest: Manifest,
  motion?: typeof NONE,
): Promise<void> {
  await page.evaluate(
    ([manifest, now, motion]) => {
      window.stage.now = now
      if (motion) window.stage.start(motion)
      else window.stage.start()
      window.stage.play(manifest)
    },
    [manifest, MORNING, motion] as const,
  )
  await page.waitForFunction(() => window.stage.shown.length > 0)
}

function serve(
  served: Map<string, { type: string; body: string | Buffer }>,
  { files }: RealProgramme,
): void {
  for (const [name, body] of files) {
    served.set(name, { type: 'text/html; charset=utf-8', body })
  }
}

/** Frame intervals over changes with full cross-fades, next slide made ready. */
async function smoothness(page: Page): Promise<BenchRow> {
  const seen = await page.evaluate(async (changes) => {
    const gaps: number[] = []
    let last = performance.now()
    let running = true
    const step = (at: number) => {
      gaps.push(at - last)
      last = at
      if (running) requestAnimationFrame(step)
    }
    const quiet = (ms: number) => new Promise((done) => setTimeout(done, ms))
    requestAnimationFrame(step)
    await quiet(1500)
    const idle = Math.max(...gaps.slice(2))
    gaps.length = 0
    const bare = window.stage.watchBareness()
    await window.stage.swaps(changes, 20_000, 1000)
    running = false
    return { idle, worst: Math.max(...gaps), bare: bare() }
  }, SMOOTH_CHANGES)
  await page.close()
  const frames = (ms: number) => Math.max(1, Math.round(ms / (1000 / 60)))
  return {
    what: `longest gap over ${SMOOTH_CHANGES} slide changes (600 ms fade, real slides)`,
    value: `${frames(seen.worst)} frames (${seen.worst.toFixed(1)} ms); glass bare at worst ${(seen.bare * 100).toFixed(1)} %`,
    baseline: `${frames(seen.idle)} frames (${seen.idle.toFixed(1)} ms) without any change`,
    aim: 'no bare frame',
  }
}

/** State with a notice arrives → two frames of it were presented. */
async function urgency(
  page: Page,
  programme: RealProgramme,
  served: Map<string, { type: string; body: string | Buffer }>,
): Promise<BenchRow> {
  const samples: number[] = []
  for (let i = 0; i < NOTICES; i++) {
    // Another document each time, so that nothing of it is known beforehand.
    const html = programme.urgentHtml.replace('</body>', `<!--${i}--></body>`)
    const notice = {
      ...sampleNotice(programme.files, html, [MORNING - 1, MORNING + 3.6e6]),
      id: `notice-${i}`,
    }
    serve(served, programme)
    const manifest = withNotice(programme.manifest, notice)
    const recalled = withRecall(manifest, {
      kind: 'recall',
      protocol: 1,
      id: `recall-${i}`,
      issuedAt: new Date(MORNING).toISOString(),
      target: { kind: 'notice', id: notice.id, version: 1 },
      screens: [SCREEN_ID],
    })
    samples.push(
      await page.evaluate(
        async ([manifest, recalled, id]) => {
          const painted = window.stage.painted(id)
          const from = performance.now()
          window.stage.play(manifest)
          await painted
          const took = performance.now() - from
          await new Promise((done) => setTimeout(done, 400))
          window.stage.onPainted = null
          window.stage.play(recalled)
          await new Promise((done) => setTimeout(done, 400))
          return took
        },
        [manifest, recalled, notice.id] as const,
      ),
    )
  }
  await page.close()
  return {
    what: 'stage: state with a notice → two frames of it presented',
    value: medianAndP99(samples),
    baseline: 'two frames of a 60 Hz display: 33.3 ms',
    aim: '< 150 ms',
  }
}

/** Memory after 2,000 slides against after 100. */
async function growth(page: Page, pid: number): Promise<BenchRow[]> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')
  const measure = async () => {
    await cdp.send('HeapProfiler.collectGarbage')
    await cdp.send('HeapProfiler.collectGarbage')
    const { metrics } = await cdp.send('Performance.getMetrics')
    const of = (name: string) =>
      metrics.find((metric) => metric.name === name)?.value ?? 0
    return {
      heap: of('JSHeapUsedSize') / 2 ** 20,
      documents: of('Documents'),
      listeners: of('JSEventListeners'),
      nodes: of('Nodes'),
      tree: treeMemoryMiB(pid),
    }
  }
  const play = async (slides: number) => {
    for (let left = slides; left > 0; left -= 100) {
      await page.evaluate(
        async (count) => {
          await window.stage.swaps(count, 20_000)
          // The test's own record is not the stage's memory.
          window.stage.shown.length = 0
          window.stage.heartbeats.length = 0
        },
        Math.min(100, left),
      )
    }
  }
  await play(FIRST_SLIDES)
  const first = await measure()
  await play(ALL_SLIDES - FIRST_SLIDES)
  const last = await measure()
  await page.close()
  const mib = (value: number) => `${value.toFixed(1)} MiB`
  return [
    {
      what: `stage memory after ${ALL_SLIDES} slides: page heap, all of Chromium (PSS)`,
      value: `${mib(last.heap)}, ${mib(last.tree)}`,
      baseline: `after ${FIRST_SLIDES}: ${mib(first.heap)}, ${mib(first.tree)}`,
      aim: 'no growth',
    },
    {
      what: `stage after ${ALL_SLIDES} slides: documents, nodes, listeners`,
      value: `${last.documents}, ${last.nodes}, ${last.listeners}`,
      baseline: `after ${FIRST_SLIDES}: ${first.documents}, ${first.nodes}, ${first.listeners}`,
      aim: 'no growth',
    },
  ]
}
