/*
 * Letters with two marks, as Chromium really draws them: one font for all of
 * a text, and the breve above its letter, in the middle, touching nothing.
 */
import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { openSlides } from '../../../scripts/gallery/scenes.js'
import { bundleGaugeScript } from '../../../templates/gauge/gauge-script.js'
import { openGauge } from '../../../templates/gauge/open-gauge.js'
import { launchBrowser } from '../../support/browser.js'

const TEXT =
  'Ƀôn sang ƀuôn čar Č ĕ Ĕ ĭ Ĭ ñ Ñ ŏ Ŏ ŭ Ŭ ê̆ Ê̆ ô̆ Ô̆ ơ̆ Ơ̆ ư̆ Ư̆ ‘lơ̆ng plơi pla'
const FONT = 'templates/fonts/noto-sans-500.woff2'
/** As Chromium names a font that came with the page. */
const SHIPPED = /^Noto Sans( Medium| Bold)?$/

describe('letters of Jrai and Bahnar on the glass', function () {
  this.timeout(60_000)
  let browser: Browser
  before(async () => {
    browser = await launchBrowser()
  })
  after(() => browser.close())

  it('all come from the one font that was shipped for them', async () => {
    const slides = await openSlides()
    const { readFile } = slides
    const script = await bundleGaugeScript()
    const gauge = await openGauge({ script, readFile, browser })
    for (const language of ['jra', 'bdq'] as const) {
      const fields = { title: TEXT, body: TEXT }
      const scene = await slides.scene({
        templateId: 'free-text',
        fields,
        language,
      })
      const shown = await gauge.show({
        ...scene,
        furniture: null,
        orientation: 'landscape',
        textStep: 1,
      })
      expect(shown.findings).to.deep.equal([])
      for (const selector of ['h1', 'p']) {
        const fonts = await fontsOf(gauge.page, selector)
        expect(fonts, fonts.join()).to.have.length(1)
        expect(fonts[0]).to.match(SHIPPED)
      }
    }
    await gauge.close()
  })

  it('carry the breve above them, in the middle, and apart', async () => {
    const page = await browser.newPage()
    // tsx names functions by a call that the page does not have.
    await page.evaluate('globalThis.__name = (named) => named')
    const font = readFileSync(FONT).toString('base64')
    for (const [base, mark] of [
      ['ê', '\u0306'],
      ['ô', '\u0306'],
      ['ơ', '\u0306'],
      ['ư', '\u0306'],
      ['Ê', '\u0306'],
      ['Ơ', '\u0306'],
    ] as const) {
      const ink = await page.evaluate(measureMark, [font, base, mark] as const)
      const letter = base + mark
      expect(ink.wider, letter).to.be.lessThan(0.5)
      expect(ink.markHeight, letter).to.be.greaterThan(8)
      expect(ink.gap, letter).to.be.greaterThan(0)
      expect(Math.abs(ink.offCentre), letter).to.be.lessThan(14)
    }
    await page.close()
  })
})

/** The fonts that Chromium really used for the text of an element. */
async function fontsOf(page: Page, selector: string): Promise<string[]> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('DOM.enable')
  await cdp.send('CSS.enable')
  const { root } = await cdp.send('DOM.getDocument', {
    depth: -1,
    pierce: true,
  })
  const frame = findNode(root, (node) => node.contentDocument !== undefined)
  const found = frame?.contentDocument
    ? findNode(
        frame.contentDocument,
        (node) => node.nodeName.toLowerCase() === selector,
      )
    : null
  if (!found) throw new Error(`no ${selector}`)
  const { nodeId } = found
  const { fonts } = await cdp.send('CSS.getPlatformFontsForNode', { nodeId })
  await cdp.detach()
  return fonts.map((one) =>
    one.isCustomFont ? one.familyName : `${one.familyName} of this machine`,
  )
}

type DomNode = {
  nodeId: number
  nodeName: string
  children?: DomNode[]
  contentDocument?: DomNode
}

function findNode(
  node: DomNode,
  is: (node: DomNode) => boolean,
): DomNode | null {
  if (is(node)) return node
  for (const child of node.children ?? []) {
    const found = findNode(child, is)
    if (found) return found
  }
  return null
}

/** Ink of the mark alone, at 200 px, against the letter without it. */
async function measureMark([font, base, mark]: readonly [
  string,
  string,
  string,
]) {
  const face = new FontFace('Glass', `url(data:font/woff2;base64,${font})`)
  document.fonts.add(await face.load())
  const pen = new OffscreenCanvas(400, 500).getContext('2d')
  if (!pen) throw new Error('no canvas')
  pen.font = '200px Glass'
  const draw = (text: string) => {
    pen.clearRect(0, 0, 400, 500)
    pen.fillText(text, 100, 400)
    const { data } = pen.getImageData(0, 0, 400, 500)
    const rows = new Map<number, number[]>()
    for (let y = 0; y < 500; y += 1)
      for (let x = 0; x < 400; x += 1)
        if ((data[(y * 400 + x) * 4 + 3] ?? 0) > 128)
          rows.set(y, [...(rows.get(y) ?? []), x])
    return rows
  }
  const letter = draw(base)
  const whole = draw(base + mark)
  const top = Math.min(...letter.keys())
  const above = [...whole].filter(([y]) => y < top)
  const columns = above.flatMap(([, xs]) => xs)
  const bare = draw(base.normalize('NFD').slice(0, 1))
  const body = [...bare.values()].flat()
  const middle = (xs: number[]) => (Math.min(...xs) + Math.max(...xs)) / 2
  const lowest = Math.max(...above.map(([y]) => y))
  const highest = Math.min(...whole.keys())
  return {
    wider: Math.abs(
      pen.measureText(base + mark).width - pen.measureText(base).width,
    ),
    markHeight: lowest - highest + 1,
    gap: top - lowest,
    offCentre: middle(columns) - middle(body),
  }
}
