/* The technician's page in a real Chromium, by keyboard alone. */
import { expect } from 'chai'
import { chromium, type Browser, type Page } from 'playwright-core'
import { silentLog } from '../../../shared/kernel/log.js'
import { openBoxSetup } from '../../../player/node/technician/box-setup.js'
import { chromiumFlags, chromiumPath } from '../../support/browser.js'
import { CmsDouble } from '../../integration/player/cms-double.js'
import {
  newFolder,
  removeFolder,
  startTestPlayer,
  type TestPlayer,
} from '../../integration/player/player-on-node.js'

type PressedKey = {
  key: string
  code: string
  ctrlKey?: boolean
  shiftKey?: boolean
  altKey?: boolean
}

describe("the technician's page on the glass", () => {
  let cms: CmsDouble
  let folder: string
  let player: TestPlayer
  let browser: Browser
  let page: Page
  let pin: string

  before(async () => {
    cms = await CmsDouble.start()
    folder = await newFolder()
    pin = (await (await openBoxSetup(folder, silentLog)).makePin()).pin
    player = await startTestPlayer(folder, null, {
      pageFolder: 'dist/player/stage',
    })
    browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: chromiumFlags(),
    })
    page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    await page.goto(player.running.url)
    await page.waitForSelector('.setup')
  })
  after(async () => {
    await browser?.close()
    await player?.stop()
    await cms?.stop()
    await removeFolder(folder)
  })

  const press = (keys: string) => page.keyboard.press(keys)
  const enterPin = async (typed: string) => {
    await press('Control+Alt+KeyK')
    await page.keyboard.type(typed)
    await press('Enter')
  }

  it('stops every key, menu, print and leaving of a passer-by', async () => {
    const ctrl = { ctrlKey: true }
    const pressed: PressedKey[] = [
      { key: 'F12', code: 'F12' },
      { key: 'F5', code: 'F5' },
      { key: 'p', code: 'KeyP', ...ctrl },
      { key: 's', code: 'KeyS', ...ctrl },
      { key: 'w', code: 'KeyW', ...ctrl },
      { key: 'I', code: 'KeyI', ...ctrl, shiftKey: true },
      { key: 'F4', code: 'F4', altKey: true },
      { key: 'Tab', code: 'Tab' },
      { key: 'a', code: 'KeyA' },
    ]
    const seen = await page.evaluate(
      (keys) => ({
        keys: keys.filter((init) =>
          document.body.dispatchEvent(
            new KeyboardEvent('keydown', {
              ...init,
              cancelable: true,
              bubbles: true,
            }),
          ),
        ),
        menu: document.body.dispatchEvent(
          new MouseEvent('contextmenu', { cancelable: true, bubbles: true }),
        ),
        prints: String(window.print).includes('native'),
      }),
      pressed,
    )
    expect(seen).to.deep.equal({ keys: [], menu: false, prints: false })
    expect(await page.locator('.technician').count()).to.equal(0)
  })

  it('says what is lacking, in Vietnamese, and in English by a key', async () => {
    expect(await page.textContent('.setup')).to.include('Chưa đặt địa chỉ')
    await press('Control+Alt+KeyL')
    expect(await page.textContent('.setup')).to.include('No Bảng Tin server')
    await press('Control+Alt+KeyL')
  })

  it('shows nothing of the box for a wrong PIN', async () => {
    await enterPin('11111111')
    await page.waitForFunction(() =>
      document.querySelector('.said')?.textContent?.includes('không đúng'),
    )
    expect(await page.locator('.technician button').count()).to.equal(1)
    await press('Escape')
    expect(await page.locator('.technician').count()).to.equal(0)
  })

  it('sets the address by keyboard, and the code to pair appears', async () => {
    await enterPin(pin)
    await page.waitForSelector('.technician .status section')
    await press('Enter')
    await page.keyboard.type('http://127.0.0.1:9')
    await press('Enter')
    await page.waitForFunction(() =>
      document.querySelector('.said')?.textContent?.includes('Chưa lưu gì'),
    )
    await page.locator('.technician input').fill(cms.url)
    await press('Enter')
    await page.waitForFunction(() =>
      document.querySelector('.said')?.textContent?.includes('đã lưu'),
    )
    await press('Escape')
    await press('Escape')
    await page.waitForSelector('.calm .code')
    expect(await page.locator('.technician').count()).to.equal(0)
  })
})
