import { expect } from 'chai'
import { claimScreenSchema } from '../../../../shared/contract/api/screens.js'
import {
  ENDPOINTS,
  type Endpoint,
} from '../../../../shared/contract/endpoints.js'
import { manifestSchema } from '../../../../shared/contract/manifest.js'
import { noticeSchema } from '../../../../shared/contract/notice.js'
import {
  endOfDaySchema,
  instantSchema,
  sealedSchema,
  timeOfDaySchema,
} from '../../../../shared/contract/primitives.js'
import { scheduleSchema } from '../../../../shared/contract/schedule.js'
import {
  makeItem,
  makeManifest,
  makeNotice,
} from '../programme/make-manifest.js'

const accepts =
  (schema: { safeParse(v: unknown): { success: boolean } }) =>
  (value: unknown) =>
    schema.safeParse(value).success

describe('contracts', () => {
  it('refuse instants that name no zone or another one than UTC', () => {
    const instant = accepts(instantSchema)
    expect(instant('2026-03-15T07:00:00+07:00')).to.equal(false)
    expect(instant('2026-03-15T07:00:00')).to.equal(false)
    expect(instant('2026-02-30T07:00:00Z')).to.equal(false)
    expect(instant('2026-03-15T00:00:00.000Z')).to.equal(true)
  })

  it('refuse hours that no clock shows', () => {
    expect(['24:00', '7:00', '07:60', ''].some(accepts(timeOfDaySchema))) //
      .to.equal(false)
    expect(accepts(endOfDaySchema)('24:00')).to.equal(true)
    expect(accepts(endOfDaySchema)('24:01')).to.equal(false)
    expect(accepts(scheduleSchema)({ weekdays: [0] })).to.equal(false)
    expect(accepts(scheduleSchema)({ weekdays: [1, 7] })).to.equal(true)
  })

  it('refuse a seal that is longer than any manifest', () => {
    expect(accepts(sealedSchema)('a.b.c')).to.equal(true)
    expect(accepts(sealedSchema)(`a.${'b'.repeat(8_000_000)}.c`)) //
      .to.equal(false)
  })

  it('refuse an item without slides, and a weight out of bounds', () => {
    const manifest = accepts(manifestSchema)
    const withItem = (asked: object) =>
      makeManifest({ items: [makeItem(asked)] })
    expect(manifest(withItem({ slides: [] }))).to.equal(false)
    expect(manifest(withItem({ weight: 0 }))).to.equal(false)
    expect(manifest(withItem({ priority: 'urgent' }))).to.equal(false)
    expect(manifest(withItem({}))).to.equal(true)
  })

  it('refuse a notice that names no screen', () => {
    expect(accepts(noticeSchema)(makeNotice({ screens: [] }))).to.equal(false)
    expect(accepts(noticeSchema)(makeNotice())).to.equal(true)
  })

  it('read a pairing code as people type it', () => {
    const settings = {
      name: 'Sảnh một cửa',
      areaId: 'area-0001',
      orientation: 'portrait',
      resolutionClass: '1080',
      languages: ['vi'],
      diagonalInches: 55,
      viewingMetres: 4,
      ticker: [],
    }
    const claim = claimScreenSchema.parse({ ...settings, code: 'k7m-4 qp' })
    expect(claim.code).to.equal('K7M4QP')
    for (const code of ['K7M4Q', 'K7M4Q0', 'K7M4QI', 'K7M4QPP']) {
      expect(accepts(claimScreenSchema)({ ...settings, code })).to.equal(false)
    }
  })

  it('describe every endpoint once, in words', () => {
    const endpoints: Endpoint[] = Object.values(ENDPOINTS)
    const places = endpoints.map(({ method, path }) => `${method} ${path}`)
    expect(new Set(places).size).to.equal(places.length)
    for (const { summary, path, method, body } of endpoints) {
      expect(summary, path).to.match(/^\p{Lu}/u)
      expect(path).to.match(/^(\/(:?[a-zA-Z]+(-[a-z]+)*))+$/)
      if (method === 'GET') expect(body, path).to.equal(undefined)
    }
  })
})
