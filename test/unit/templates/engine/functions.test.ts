import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ballotFunctions } from '../../../../templates/engine/functions/ballot-functions.js'
import { scaleOf } from '../../../../templates/engine/functions/charts/chart-scale.js'
import { instantHere } from '../../../../templates/engine/functions/instant-functions.js'
import { orderCandidates } from '../../../../templates/engine/functions/list-functions.js'
import { TEMPLATES } from './house-of-templates.js'

const options = { hash: {}, data: { scope: { language: 'vi' } } }

describe('the order of candidates', () => {
  const rows = [
    { number: 3, name: 'Đinh Thị Điệp' },
    { number: 1, name: 'Y Thanh Hà Niê KĐăm', sortName: 'Hà' },
    { number: 2, name: 'Nguyễn Hồng Diên' },
  ]
  const names = (order: unknown) =>
    orderCandidates(rows, order).map(({ number }) => number)

  it('is that of the published numbers unless said otherwise', () => {
    expect(names(undefined)).to.deep.equal([1, 2, 3])
    expect(names('published')).to.deep.equal([1, 2, 3])
  })

  it('follows given names, D before Đ, and the name a row is sorted by', () => {
    expect(names('name')).to.deep.equal([2, 3, 1])
  })

  it('leaves the rows it was given alone', () => {
    names('name')
    expect(rows.map(({ number }) => number)).to.deep.equal([3, 1, 2])
  })
})

describe('what an election slide works out', () => {
  it('never rounds a turnout up to everybody', () => {
    const turnout = (voted: number, voters: number) =>
      ballotFunctions['turnout']?.(voted, voters, options)
    expect(turnout(99_999, 100_000)).to.equal('99,99%')
    expect(turnout(100, 100)).to.equal('100%')
    expect(turnout(5, 0)).to.equal('0%')
  })

  it('strikes out as many names as may not be left', () => {
    const rows = ballotFunctions['ballotRows']?.(5, 3, options)
    const struck = (rows as { struck: boolean }[]).filter((one) => one.struck)
    expect(struck).to.have.length(2)
  })

  it('reads a wall clock in Vietnam as an instant', () => {
    expect(instantHere('2026-03-15', '07:00')).to.equal(
      '2026-03-15T00:00:00.000Z',
    )
    expect(instantHere('2026-03-15', '07:00', -24)).to.equal(
      '2026-03-14T00:00:00.000Z',
    )
    expect(() => instantHere('soon', '07:00')).to.throw(RangeError)
  })
})

describe('the axis of a chart', () => {
  it('starts columns at zero and keeps room for the highest figure', () => {
    const scale = scaleOf([6.3, 9.71], { fromZero: true, headroom: 0.2 })
    expect(scale.min).to.equal(0)
    expect(9.71 / scale.max).to.be.closeTo(0.8, 1e-9)
  })

  it('keeps every value of a line between its ends, equal ones too', () => {
    for (const values of [
      [90, 93.96],
      [5, 5],
      [0, 0],
      [-3, 2],
    ]) {
      const { min, max } = scaleOf(values, { fromZero: false, headroom: 0.2 })
      expect(min).to.be.at.most(Math.min(...values))
      expect(max).to.be.above(Math.max(...values))
    }
  })
})

describe('flags and motto', () => {
  const partial = (name: string) =>
    readFileSync(join(TEMPLATES, 'partials', `${name}.hbs`), 'utf8')

  /** Corners of the first path of lines, by their distance from a point. */
  const reach = (svg: string, x: number, y: number) =>
    [...svg.matchAll(/(-?[\d.]+) (-?[\d.]+)(?=[LzA])/g)].map((found) =>
      Math.hypot(Number(found[1]) - x, Number(found[2]) - y),
    )

  it('draws the star a fifth of the length from its middle, one tip up', () => {
    const svg = partial('national-flag')
    expect(svg).to.contain('viewBox="0 0 30 20"')
    const tips = reach(svg, 15, 10).filter((_length, i) => i % 2 === 0)
    expect(tips).to.have.length(5)
    for (const tip of tips) expect(tip).to.be.closeTo(6, 0.01)
    expect(svg).to.contain('M15.000 4.000')
  })

  it('keeps the edges of the star straight', () => {
    const inner = reach(partial('national-flag'), 15, 10)[1] ?? 0
    expect(inner / 6).to.be.closeTo(0.381966, 0.001)
  })

  it('draws hammer and sickle within four tenths of the length, centred', () => {
    const corners = reach(partial('party-flag'), 15, 10)
    expect(Math.max(...corners)).to.be.within(5.8, 6.01)
  })

  it('writes the motto as the decree does, and takes no field', () => {
    const motto = partial('national-motto')
    expect(motto).to.contain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect(motto).to.contain('Độc lập - Tự do - Hạnh phúc')
    for (const name of ['national-motto', 'national-flag', 'party-flag']) {
      expect(partial(name)).not.to.contain('{{')
    }
  })
})
