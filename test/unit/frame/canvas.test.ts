import { expect } from 'chai'
import { contentBox, fitCanvas } from '../../../templates/frame/canvas.js'

describe('the canvas', () => {
  it('leaves 1920×820 or 1080×1490 to a slide inside the furniture', () => {
    expect(contentBox('landscape', 'furnished')).to.deep.equal({
      left: 0,
      top: 148,
      width: 1920,
      height: 820,
    })
    expect(contentBox('portrait', 'furnished')).to.deep.equal({
      left: 0,
      top: 268,
      width: 1080,
      height: 1490,
    })
  })

  it('gives a full slide all of it', () => {
    expect(contentBox('portrait', 'full')).to.deep.equal({
      left: 0,
      top: 0,
      width: 1080,
      height: 1920,
    })
  })

  it('doubles on a 4K screen and is centred on another shape', () => {
    expect(fitCanvas('landscape', { width: 3840, height: 2160 })).to.deep.equal(
      { scale: 2, left: 0, top: 0 },
    )
    expect(fitCanvas('landscape', { width: 1920, height: 1200 })).to.deep.equal(
      { scale: 1, left: 0, top: 60 },
    )
  })
})
