import { expect } from 'chai'
import fc from 'fast-check'
import { bindWords } from '../../../../templates/engine/bind-words.js'
import { drawPlanBar } from '../../../../templates/engine/functions/plan-bar.js'
import { drawQrCode } from '../../../../templates/engine/functions/qr-code.js'
import { slideText } from '../../../../templates/engine/slide-text.js'

describe('binding words', () => {
  it('never changes a word', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(
          bindWords(text).replaceAll('\u2060', '').replaceAll('\u00a0', ' '),
        ).to.equal(text.replaceAll('\u2060', '').replaceAll('\u00a0', ' '))
      }),
    )
  })

  for (const [loose, bound] of [
    ['xã Ia Sơn', 'xã Ia\u00a0Sơn'],
    ['làng Kép 2, Plei Bông', 'làng Kép\u00a02, Plei\u00a0Bông'],
    ['7.592 tỷ đồng', '7.592\u00a0tỷ\u00a0đồng'],
    ['Đảng bộ xã', 'Đảng\u00a0bộ xã'],
    ['nhiệm kỳ 2026 – 2031', 'nhiệm kỳ 2026\u00a0–\u2060\u00a02031'],
    ['la liệt', 'la liệt'],
  ] as const) {
    it(`ties "${loose}" where it may not be parted`, () => {
      expect(bindWords(loose)).to.equal(bound)
    })
  }
})

describe('a bar against the plan', () => {
  const missed = { ratio: 0.84, met: false, scaleEnd: 1.2 }

  it('is the same drawing every time, apart from its ids', () => {
    const first = drawPlanBar(missed, 'a-')
    drawPlanBar({ ratio: 1.5, met: true, scaleEnd: 1.6 }, 'b-')
    expect(drawPlanBar(missed, 'a-')).to.equal(first)
    expect(drawPlanBar(missed, 'c-').replaceAll('c-', 'a-')).to.equal(first)
  })

  it('carries nothing but shapes', () => {
    expect(drawPlanBar(missed, 'a-')).not.to.match(
      /style|class="zr|ecmeta|script/,
    )
  })

  it('stripes a result below its plan, and no other', () => {
    expect(drawPlanBar(missed, 'a-')).to.contain('url(#a-')
    expect(drawPlanBar({ ...missed, met: true }, 'a-')).not.to.contain('url(')
  })
})

describe('a QR code', () => {
  it('is the same for the same address and leaves a quiet zone', () => {
    const code = drawQrCode('https://gialai.gov.vn/1')
    expect(drawQrCode('https://gialai.gov.vn/1')).to.equal(code)
    expect(code).to.match(/viewBox="0 0 33 33"/)
    const modules = code.slice(code.indexOf('#1B1410'))
    expect(modules).not.to.match(/M[0-3] |M\d+ [0-3]h/)
  })
})

describe('the words of a slide', () => {
  it('leaves out drawings and what the screen fills in', () => {
    const html =
      '<html><body><svg><path d="M1"/></svg><p>Số &amp; <b>chữ</b></p><i data-live="time"></i><p>Ia&nbsp;Sơn</p></body></html>'
    expect(slideText(html)).to.equal('Số & chữ\nIa Sơn')
  })
})
