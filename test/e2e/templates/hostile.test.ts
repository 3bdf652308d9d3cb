import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import { openSlides } from '../../../scripts/gallery/scenes.js'
import {
  runHostile,
  type HostileFault,
} from '../../../scripts/hostile/run-hostile.js'
import { bundleGaugeScript } from '../../../templates/gauge/gauge-script.js'
import { openGauge } from '../../../templates/gauge/open-gauge.js'
import { launchBrowser } from '../../support/browser.js'

describe('hostile content', function () {
  this.timeout(120_000)
  let browser: Browser
  before(async () => {
    browser = await launchBrowser()
  })
  after(() => browser.close())

  it('is seen by the gauge where a design cuts it', async () => {
    const slides = await openSlides()
    const { readFile } = slides
    const script = await bundleGaugeScript()
    const gauge = await openGauge({ script, readFile, browser })
    const scene = slides.holding('vi')
    const cut =
      '<div style="position:absolute;left:200px;top:300px;width:90px;height:40px;overflow:hidden;white-space:nowrap;font-size:40px">Nghiêng khuỷu</div>'
    const shown = await gauge.show({
      ...scene,
      slide: scene.slide.replace('</body>', `${cut}</body>`),
      orientation: 'landscape',
      textStep: 1,
    })
    await gauge.close()
    expect(shown.findings.map(({ kind }) => kind)).to.include('CLIP')
  })

  it('is never clipped, in any template, step or language', async () => {
    const faults: HostileFault[] = []
    const result = await runHostile({
      slides: await openSlides(),
      script: await bundleGaugeScript(),
      browser,
      firstSeed: 2026,
      count: 27,
      only: null,
      onFault: (fault) => faults.push(fault),
    })
    expect(faults).to.deep.equal([])
    expect(result.pages).to.be.greaterThan(result.renderings)
  })
})
