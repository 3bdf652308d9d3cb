/**
 * The two times people feel: from the press of a button to paint on a
 * connected screen. Real CMS, real player, real Chromium; loopback.
 */
import { spawnSync } from 'node:child_process'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.js'
import {
  startDemoProvince,
  type DemoProvince,
} from '../support/demo-province.js'
import {
  whenOffGlass,
  whenOnGlass,
  whenSlideOnGlass,
} from '../support/glass.js'
import { simpleBulletin, urgentNotice } from '../support/sample-content.js'
import { waitFor } from '../support/wait-for.js'
import { medianAndP99, type BenchRow } from './bench-row.js'

const ROUNDS = 20

export async function run(): Promise<BenchRow[]> {
  const province = await startDemoProvince({ publish: false })
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({
      viewport: { width: 1920, height: 1080 },
    })
    await page.goto(province.screenUrl())
    const bare = await bareRoundTrips(province)
    const release = await releaseToPaint(province, page)
    const urgent = await urgentToPaint(province, page)
    return [
      {
        what: 'release → painted on a connected screen',
        value: medianAndP99(release),
        baseline: `bare GET /healthz: ${medianAndP99(bare)}`,
        aim: '< 1 s',
      },
      {
        what: 'urgent notice → two painted frames, by the screen’s receipt',
        value: medianAndP99(urgent.shownMs),
        baseline: `bare GET /healthz: ${medianAndP99(bare)}`,
        aim: '< 150 ms',
      },
      {
        what: 'urgent notice → more than half opaque in its 300 ms fade',
        value: medianAndP99(urgent.seenMs),
        baseline: `bare GET /healthz: ${medianAndP99(bare)}`,
      },
      {
        what: 'cold start with a full cache and no network → first slide painted, browser already open',
        value: medianAndP99(await coldStarts(province, browser)),
        baseline: `node --eval 0: ${medianAndP99(bareNodeStarts())}`,
        aim: '< 2 s',
      },
    ]
  } finally {
    await browser.close()
    await province.stop()
  }
}

/** From starting the process to the first frame of a slide. */
async function coldStarts(
  province: DemoProvince,
  browser: Browser,
): Promise<number[]> {
  await province.publish()
  await province.stopCms('polite')
  const samples: number[] = []
  for (let round = 0; round < 5; round += 1) {
    await province.stopPlayer('cut')
    const page = await browser.newPage({
      viewport: { width: 1920, height: 1080 },
    })
    const from = Date.now()
    await province.startPlayer()
    await page.goto(province.screenUrl())
    samples.push((await whenSlideOnGlass(page)) - from)
    await page.close()
  }
  return samples
}

function bareNodeStarts(): number[] {
  return Array.from({ length: 5 }, () => {
    const from = performance.now()
    spawnSync(process.execPath, ['--eval', '0'])
    return performance.now() - from
  })
}

async function bareRoundTrips(province: DemoProvince): Promise<number[]> {
  const samples: number[] = []
  for (let round = 0; round < 50; round += 1) {
    const from = performance.now()
    await (await fetch(`${province.cmsUrl}/healthz`)).text()
    samples.push(performance.now() - from)
  }
  return samples
}

/** From the call that releases to the first frame that shows the words. */
async function releaseToPaint(
  province: DemoProvince,
  page: Page,
): Promise<number[]> {
  const [author, approver] = await Promise.all([
    province.as('ha'),
    province.as('thuy'),
  ])
  const samples: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const words = `Thông báo số ${1000 + round}`
    const draft = await author.call('createBulletin', {
      body: await simpleBulletin(author, province.demo.commune, words),
    })
    const params = { id: draft.id }
    await author.call('submitBulletin', { params })
    const painted = whenOnGlass(page, words)
    const from = Date.now()
    const { contentHash } = await approver.call('getApproval', { params })
    await approver.call('releaseBulletin', { params, body: { contentHash } })
    samples.push((await painted) - from)
    await approver.call('withdrawBulletin', { params, body: {} })
    await whenOffGlass(page, words)
  }
  return samples
}

type UrgentTimes = { seenMs: number[]; shownMs: number[] }

/**
 * From the call that sends: `seenMs` to the first frame in which the notice is
 * more than half opaque, `shownMs` to what the screen's receipt says, two
 * painted frames after its fade began. One machine, so one clock.
 */
async function urgentToPaint(
  province: DemoProvince,
  page: Page,
): Promise<UrgentTimes> {
  const duty = await province.as('thuy')
  const times: UrgentTimes = { seenMs: [], shownMs: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    const words = `Lũ trên sông Ba ${1000 + round}`
    const body = await urgentNotice(duty, words)
    const painted = whenOnGlass(page, words)
    const from = Date.now()
    const { id } = await duty.call('createNotice', { body })
    const params = { id }
    times.seenMs.push((await painted) - from)
    await waitFor(async () => {
      const { deliveries } = await duty.call('getNotice', { params })
      const shownAt = deliveries[0]?.shownAt
      if (shownAt) times.shownMs.push(Date.parse(shownAt) - from)
      return Boolean(shownAt)
    })
    await duty.call('recallNotice', { params })
    await whenOffGlass(page, words)
  }
  return times
}
