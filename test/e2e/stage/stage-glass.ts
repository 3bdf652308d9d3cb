/** One browser and one site for a file of stage tests; a fresh page per test. */
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import type { Manifest } from '../../../shared/contract/manifest.js'
import {
  bundle,
  openPage,
  startSlideSite,
  type SlideSite,
} from '../frame/slide-page.js'
import { MORNING, type SampleFiles } from './stage-samples.js'
import { launchBrowser } from '../../support/browser.js'

export type StageGlass = {
  page: Page
  files: SampleFiles
  /** Starts the stage at `MORNING` with this manifest. */
  start(manifest: Manifest, motion?: MotionMs): Promise<void>
  offer(manifest: Manifest): Promise<void>
  /** Sets the clock forward and waits until this is painted. */
  forward(ms: number, id: string): Promise<void>
  forwardOnly(ms: number): Promise<void>
  shown(): Promise<string[]>
  frames(): Promise<number>
  /** Serves the documents kept in `files`. */
  serve(): void
  closePage(): Promise<void>
}

export type MotionMs = { slideMs: number; urgentMs: number; pageMs: number }
export const NO_MOTION: MotionMs = { slideMs: 0, urgentMs: 0, pageMs: 0 }

export type StageHouse = { browser: Browser; site: SlideSite }

/** Bundles the harness and starts Chromium. */
export async function openStageHouse(): Promise<StageHouse> {
  const site = await startSlideSite(
    await bundle('test/e2e/stage/stage-page.ts'),
    readFileSync('player/stage/stage.css', 'utf8'),
  )
  return { site, browser: await launchBrowser() }
}

export async function closeStageHouse(house: StageHouse): Promise<void> {
  await house.browser.close()
  await house.site.stop()
}

/** Opens a page with an unstarted stage on it. */
export async function openStageGlass(house: StageHouse): Promise<StageGlass> {
  const { browser, site } = house
  const page = await openPage(browser, site.url)
  const files: SampleFiles = new Map()
  const serve = () => {
    for (const [name, body] of files) {
      site.files.set(name, { type: 'text/html; charset=utf-8', body })
    }
  }
  return {
    page,
    files,
    serve,
    async start(manifest, motion) {
      serve()
      await page.evaluate(
        ([manifest, now, motion]) => {
          window.stage.now = now
          if (motion) window.stage.start(motion)
          else window.stage.start()
          window.stage.play(manifest)
        },
        [manifest, MORNING, motion] as const,
      )
    },
    async offer(manifest) {
      serve()
      await page.evaluate((next) => window.stage.play(next), manifest)
    },
    async forward(ms, id) {
      await page.evaluate(
        ([ms, id]) => {
          const painted = window.stage.painted(id)
          window.stage.now += ms
          return painted
        },
        [ms, id] as const,
      )
    },
    forwardOnly: (ms) =>
      page.evaluate((ms) => void (window.stage.now += ms), ms),
    shown: () =>
      page.evaluate(() =>
        window.stage.shown.map(({ event, id }) => `${id} ${event}`),
      ),
    frames: () =>
      page.evaluate(() => document.querySelectorAll('iframe').length),
    closePage: () => page.close(),
  }
}
