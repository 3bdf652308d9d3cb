/**
 * Takes the pictures of docs/images: the demo's screen in both orientations and
 * the console, from the running product.
 */
import { mkdir } from 'node:fs/promises'
import { launchBrowser } from '../test/support/browser.js'
import { startDemoProvince } from '../test/support/demo-province.js'
import { whenSlideOnGlass, whenOnGlass } from '../test/support/glass.js'
import { urgentNotice } from '../test/support/sample-content.js'

const FOLDER = 'docs/images'
const SHAPES = {
  landscape: { width: 1920, height: 1080 },
  portrait: { width: 1080, height: 1920 },
} as const

await mkdir(FOLDER, { recursive: true })
const province = await startDemoProvince()
const browser = await launchBrowser()
try {
  for (const [name, viewport] of Object.entries(SHAPES)) {
    const page = await browser.newPage({ viewport })
    await page.goto(province.screenUrl())
    await whenSlideOnGlass(page)
    // The fade is over and the picture is of one slide.
    await page.waitForTimeout(1500)
    await page.screenshot({ path: `${FOLDER}/screen-${name}.png` })

    const duty = await province.as('thuy')
    const words = 'Lũ trên sông Kôn đang lên rất nhanh'
    const { id } = await duty.call('createNotice', {
      body: await urgentNotice(duty, words),
    })
    await whenOnGlass(page, words)
    await page.waitForTimeout(1500)
    await page.screenshot({ path: `${FOLDER}/urgent-${name}.png` })
    await duty.call('recallNotice', { params: { id } })
    await page.close()
  }
} finally {
  await browser.close()
  await province.stop()
}
