import { expect } from 'chai'
import fc from 'fast-check'
import type { Schedule } from '../../../../shared/contract/schedule.js'
import { explain } from '../../../../shared/programme/explain.js'
import { whatIsOn } from '../../../../shared/programme/what-is-on.js'
import {
  anyInstant,
  anyManifest,
  HASH,
  iso,
  makeItem,
  makeManifest,
  makeNotice,
  makeRecall,
  ms,
} from './make-manifest.js'

// Wednesday 11/03/2026, 12:00 in Gia Lai.
const NOON = '2026-03-11T05:00:00.000Z'

const why = (schedule: Schedule) => {
  const [told] = explain(
    makeManifest({ items: [makeItem({ schedule })] }),
    ms(NOON),
  )
  return [told?.reason, told?.until]
}

describe('explain', () => {
  it('never disagrees with what is on', () => {
    fc.assert(
      fc.property(anyManifest, anyInstant, (manifest, instant) => {
        const showing = whatIsOn(manifest, instant)
        const told = explain(manifest, instant)
        expect(told).to.have.lengthOf(manifest.items.length)
        expect(
          told.filter(({ on }) => on).map(({ itemId }) => itemId),
        ).to.deep.equal(showing.kind === 'item' ? [showing.item.id] : [])
        if (showing.kind === 'holding') {
          expect(told.some(({ eligible }) => eligible)).to.equal(false)
        }
        for (const { reason, eligible } of told) {
          if (!eligible) continue
          expect(reason === 'behind_urgent').to.equal(showing.kind === 'notice')
        }
      }),
      { numRuns: 300 },
    )
  })

  it('names a moment at which the answer really is another', () => {
    fc.assert(
      fc.property(anyManifest, anyInstant, (manifest, instant) => {
        for (const { itemId, reason, until } of explain(manifest, instant)) {
          if (until === null) continue
          expect(ms(until)).to.be.above(instant)
          const then = explain(manifest, ms(until)).find(
            (told) => told.itemId === itemId,
          )
          // A slot that ends may be followed by the same item's next one, and
          // an embargo may end outside the hours; all others change for good.
          if (reason === 'on_now') continue
          expect(then?.reason, `${reason} until ${until}`).not.to.equal(reason)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('says for each bound what keeps the item off, and until when', () => {
    expect(why({ notBefore: '2026-03-12T00:00:00.000Z' })).to.deep.equal([
      'not_before',
      '2026-03-12T00:00:00.000Z',
    ])
    expect(why({ expiresAt: NOON })).to.deep.equal(['expired', null])
    expect(
      why({
        windows: [
          { from: '2026-03-01T00:00:00Z', to: '2026-03-02T00:00:00Z' },
          { from: '2026-03-20T00:00:00Z', to: '2026-03-21T00:00:00Z' },
        ],
      }),
    ).to.deep.equal(['outside_window', '2026-03-20T00:00:00.000Z'])
    expect(
      why({
        windows: [{ from: '2026-03-01T00:00:00Z', to: '2026-03-02T00:00:00Z' }],
      }),
    ).to.deep.equal(['outside_window', null])
    expect(why({ weekdays: [1, 5] })).to.deep.equal([
      'wrong_weekday',
      '2026-03-12T17:00:00.000Z',
    ])
    expect(why({ dayparts: [{ from: '07:00', to: '11:30' }] })).to.deep.equal([
      'outside_daypart',
      '2026-03-12T00:00:00.000Z',
    ])
    expect(
      why({ weekdays: [3], dayparts: [{ from: '07:00', to: '11:30' }] }),
    ).to.deep.equal(['outside_daypart', '2026-03-18T00:00:00.000Z'])
  })

  it('says null where the hours never come again', () => {
    expect(
      why({
        dayparts: [{ from: '07:00', to: '11:30' }],
        expiresAt: '2026-03-11T10:00:00.000Z',
      }),
    ).to.deep.equal(['outside_daypart', null])
  })

  it('says recalled and foreign before anything else', () => {
    const [recalled, foreign] = explain(
      makeManifest({
        items: [
          makeItem({ id: 'one-1', schedule: { expiresAt: NOON } }),
          makeItem({
            id: 'two-2',
            slides: [{ language: 'bdq', sha256: HASH, slotSeconds: 20 }],
          }),
        ],
        recalls: [makeRecall({ kind: 'release', id: 'release-one-1' })],
      }),
      ms(NOON),
    )
    expect(recalled?.reason).to.equal('recalled')
    expect(foreign?.reason).to.equal('wrong_language')
  })

  it('tells who is on, who waits, and whose turn is when', () => {
    const manifest = makeManifest({
      items: [makeItem({ id: 'a-one' }), makeItem({ id: 'b-two' })],
    })
    const start = Math.floor(ms(NOON) / 40_000) * 40_000
    const told = explain(manifest, start + 5000)
    expect(told.map(({ reason, until }) => [reason, until])).to.deep.equal([
      ['on_now', iso(start + 20_000)],
      ['waits_its_turn', iso(start + 20_000)],
    ])
  })

  it('names the end of all urgent notices, one after another', () => {
    const manifest = makeManifest({
      items: [makeItem()],
      notices: [
        makeNotice({ id: 'one-1', expiresAt: '2026-03-11T06:00:00.000Z' }),
        makeNotice({
          id: 'two-2',
          startsAt: '2026-03-11T05:30:00.000Z',
          expiresAt: '2026-03-11T07:00:00.000Z',
        }),
      ],
    })
    const [told] = explain(manifest, ms(NOON))
    expect(told).to.deep.include({
      on: false,
      eligible: true,
      reason: 'behind_urgent',
      until: '2026-03-11T07:00:00.000Z',
    })
  })
})
