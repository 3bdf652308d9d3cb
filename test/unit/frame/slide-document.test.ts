import { expect } from 'chai'
import { readColour } from '../../../templates/frame/contrast.js'
import { readFit } from '../../../templates/frame/fit.js'
import {
  conditionHolds,
  daysUntil,
  type LiveValues,
} from '../../../templates/frame/live.js'
import { slideDocument } from '../../../templates/frame/slide-document.js'

const VALUES: LiveValues = {
  now: Date.parse('2026-03-14T16:59:59.999Z'),
  timeZone: 'Asia/Ho_Chi_Minh',
  language: 'vi',
  page: 0,
  pages: 1,
  progress: 0,
}

describe('the document of a slide', () => {
  it('finds its files under the given address', () => {
    const html = '<html><head lang="vi"><meta charset="utf-8"></head></html>'
    expect(slideDocument(html, '/files')).to.contain(
      '<head lang="vi"><base href="/files/">',
    )
  })

  it('does not let an address break out of its attribute', () => {
    const html = slideDocument('<head></head>', '/a"><script>')
    expect(html).to.contain('<base href="/a&quot;><script>/">')
  })

  it('leaves bounds that are no bounds alone', () => {
    for (const bad of ['', '40', '40,30', 'a,b', '0,10', '1,2,3']) {
      expect(readFit(bad), bad).to.equal(null)
    }
    expect(readFit('40,76')).to.deep.equal({ min: 40, max: 76 })
  })

  it('reads colours as the browser writes them', () => {
    expect(readColour('rgb(1, 2, 3)')).to.deep.equal({ r: 1, g: 2, b: 3, a: 1 })
    expect(readColour('rgba(1, 2, 3, 0.5)')?.a).to.equal(0.5)
    expect(readColour('color(srgb 1 0 0)')).to.equal(null)
  })
})

describe('days on a slide', () => {
  it('counts calendar days of the screen, not hours', () => {
    expect(daysUntil('2026-03-15', VALUES)).to.equal(1)
    const midnight = { ...VALUES, now: VALUES.now + 1 }
    expect(daysUntil('2026-03-15', midnight)).to.equal(0)
    expect(daysUntil('khi khác', VALUES)).to.equal(null)
  })

  it('shows what is for before, the day and after only then', () => {
    const holds = (now: number) =>
      ['before', 'today', 'after'].filter((when) =>
        conditionHolds(when, '2026-03-15', { ...VALUES, now }),
      )
    expect(holds(VALUES.now)).to.deep.equal(['before'])
    expect(holds(VALUES.now + 1)).to.deep.equal(['today'])
    expect(holds(VALUES.now + 86_400_001)).to.deep.equal(['after'])
  })
})
