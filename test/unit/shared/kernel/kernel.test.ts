import { expect } from 'chai'
import fc from 'fast-check'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { backoffMs } from '../../../../shared/kernel/backoff.js'
import { canonicalJson } from '../../../../shared/kernel/canonical-json.js'
import { isoNow } from '../../../../shared/kernel/clock.js'

describe('canonical JSON', () => {
  it('is the same for the same value, whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalJson(turned)).to.equal(canonicalJson(value))
      }),
    )
  })

  it('keeps the order of lists, and says what JSON says', () => {
    expect(canonicalJson({ b: [2, 1], a: { d: null, c: 'Đ' } })).to.equal(
      '{"a":{"c":"Đ","d":null},"b":[2,1]}',
    )
  })
})

describe('backoff', () => {
  const policy = { firstMs: 1000, maxMs: 60_000, factor: 2, jitter: 0.5 }

  it('grows from try to try, up to the most', () => {
    const waits = [0, 1, 2, 6, 1000].map((n) => backoffMs(policy, n, 0.5))
    expect(waits).to.deep.equal([1000, 2000, 4000, 60_000, 60_000])
  })

  it('spreads by its jitter and never goes below zero', () => {
    fc.assert(
      fc.property(
        fc.nat(100),
        fc.double({ min: 0, max: 1, noNaN: true }), //
        (attempt, random) => {
          const middle = backoffMs(policy, attempt, 0.5)
          expect(backoffMs(policy, attempt, random)).to.be.within(
            middle * 0.5 - 1,
            middle * 1.5 + 1,
          )
        },
      ),
    )
    expect(backoffMs({ ...policy, jitter: 5 }, 0, 0)).to.equal(0)
  })
})

describe('an expected refusal', () => {
  it('carries its code, its facts and what caused it', () => {
    const cause = new Error('disk')
    const error = new AppError('store.full', { freeBytes: 0 }, cause)
    expect(error).to.include({ code: 'store.full', message: 'store.full' })
    expect(error.details).to.deep.equal({ freeBytes: 0 })
    expect(error.cause).to.equal(cause)
    expect(new AppError('internal')).not.to.have.property('cause')
  })
})

describe('the clock', () => {
  it('writes an instant as the wire does', () => {
    expect(isoNow({ now: () => 0 })).to.equal('1970-01-01T00:00:00.000Z')
  })
})
