import { expect } from 'chai'
import { renderFurniture } from '../../../../templates/engine/render-furniture.js'
import { realCatalogue } from './house-of-templates.js'

const ORDER = {
  agency: 'Ủy ban nhân dân xã Ia Sơn',
  parentAgency: 'Tỉnh Gia Lai',
  language: 'vi',
} as const

describe('rendering the furniture', () => {
  it('keeps a hostile agency name mere words', async () => {
    const { frame, holding } = renderFurniture(await realCatalogue(), {
      ...ORDER,
      agency: '<script>alert(1)</script>',
      hotline: '"><img src=x onerror=1>',
    })
    for (const { html } of [frame, holding]) {
      expect(html).to.contain('&lt;script&gt;')
      expect(html).not.to.match(/<script|<img/)
    }
  })

  it('leaves places for what only the screen knows', async () => {
    const { frame, holding } = renderFurniture(await realCatalogue(), ORDER)
    for (const kind of ['time', 'solar-date', 'lunar-date', 'as-of']) {
      expect(frame.html).to.contain(`data-live="${kind}"`)
      expect(holding.html).to.contain(`data-live="${kind}"`)
    }
    for (const kind of ['ticker', 'ticker-count', 'progress']) {
      expect(frame.html).to.contain(`data-live="${kind}"`)
    }
  })

  it('says who is responsible, and a number to call', async () => {
    const { holding } = renderFurniture(await realCatalogue(), {
      ...ORDER,
      hotline: '0269 000 0111',
    })
    expect(holding.html).to.contain('xã Ia\u00a0Sơn')
    expect(holding.html).to.contain('0269 000 0111')
  })

  it('gives the same bytes for the same agency, and names its files', async () => {
    const catalogue = await realCatalogue()
    const first = renderFurniture(catalogue, ORDER)
    expect(renderFurniture(catalogue, ORDER)).to.deep.equal(first)
    const held = new Set(catalogue.assets.map((one) => one.sha256))
    for (const { assets } of [first.frame, first.holding]) {
      expect(assets).to.have.length.greaterThan(10)
      for (const asset of assets) expect(held.has(asset)).to.equal(true)
    }
  })
})
