import { expect } from 'chai'
import type { Manifest } from '../../../../shared/contract/manifest.js'
import type { Notice } from '../../../../shared/contract/notice.js'
import {
  withNotice,
  withRecall,
} from '../../../../shared/programme/apply-orders.js'
import {
  showingsBetween,
  whatIsOn,
  type Showing,
} from '../../../../shared/programme/what-is-on.js'
import {
  HASH,
  makeItem,
  makeManifest,
  makeNotice,
  makeRecall,
  ms,
} from './make-manifest.js'

const STARTS = '2026-03-11T00:00:00.000Z'
const ENDS = '2026-03-11T06:00:00.000Z'

const nameOf = (showing: Showing) =>
  showing.kind === 'notice'
    ? `${showing.notice.id}.${showing.notice.version}`
    : showing.kind

const withNotices = (...notices: Partial<Notice>[]): Manifest =>
  makeManifest({ items: [makeItem()], notices: notices.map(makeNotice) })

const onAt = (manifest: Manifest, instant: string | number) =>
  nameOf(
    whatIsOn(manifest, typeof instant === 'string' ? ms(instant) : instant),
  )

const rotation = (manifest: Manifest, from: string, count: number) =>
  showingsBetween(manifest, ms(from), Infinity, count).map(nameOf)

describe('notices in force', () => {
  it('do not show on a screen they do not name', () => {
    const manifest = withNotices({ screens: ['screen-0002'] })
    expect(onAt(manifest, STARTS)).to.equal('item')
  })

  it('are silent once recalled, up to the recalled version only', () => {
    const recalled = withRecall(
      withNotices({ version: 2 }),
      makeRecall({ kind: 'notice', id: 'notice-1', version: 2 }),
    )
    expect(onAt(recalled, STARTS)).to.equal('item')
    const corrected = withNotice(recalled, makeNotice({ version: 3 }))
    expect(onAt(corrected, STARTS)).to.equal('notice-1.3')
  })

  it('ignore a recall for other screens', () => {
    const manifest = withRecall(
      withNotices({}),
      makeRecall(
        { kind: 'notice', id: 'notice-1', version: 1 },
        { screens: ['screen-0002'] },
      ),
    )
    expect(onAt(manifest, STARTS)).to.equal('notice-1.1')
  })

  it('take the glass from their first to their last millisecond', () => {
    const manifest = withNotices({})
    expect(onAt(manifest, ms(STARTS) - 1)).to.equal('item')
    expect(onAt(manifest, STARTS)).to.equal('notice-1.1')
    expect(onAt(manifest, ms(ENDS) - 1)).to.equal('notice-1.1')
    expect(onAt(manifest, ENDS)).to.equal('item')
    expect(whatIsOn(manifest, ms(STARTS) - 1).endsAt).to.equal(ms(STARTS))
    expect(whatIsOn(manifest, ms(ENDS)).startsAt).to.equal(ms(ENDS))
  })

  it('outrank priority items, and an empty programme too', () => {
    const manifest = makeManifest({
      items: [makeItem({ priority: 'priority' })],
      notices: [makeNotice({ level: 0 })],
    })
    expect(onAt(manifest, STARTS)).to.equal('notice-1.1')
    const empty = makeManifest({ notices: [makeNotice()] })
    expect(onAt(empty, STARTS)).to.equal('notice-1.1')
    expect(onAt(empty, ENDS)).to.equal('holding')
  })

  it('leave the loop where the clock says, as if they had not been', () => {
    const items = [makeItem({ id: 'a-one' }), makeItem({ id: 'b-two' })]
    const plain = makeManifest({ items })
    const after = withNotice(plain, makeNotice())
    for (let second = 0; second < 60; second++) {
      const instant = ms(ENDS) + second * 1000
      const seen = whatIsOn(after, instant)
      const usual = whatIsOn(plain, instant)
      if (seen.kind !== 'item' || usual.kind !== 'item') throw new Error()
      expect(seen.item.id).to.equal(usual.item.id)
    }
  })

  it('alternate: higher level first, then the newer', () => {
    const manifest = withNotices(
      { id: 'older', level: 3, issuedAt: '2026-03-10T23:00:00.000Z' },
      { id: 'grave', level: 4, issuedAt: '2026-03-10T22:00:00.000Z' },
      { id: 'newer', level: 3, issuedAt: '2026-03-10T23:30:00.000Z' },
    )
    expect(rotation(manifest, STARTS, 4)).to.deep.equal([
      'grave.1',
      'newer.1',
      'older.1',
      'grave.1',
    ])
  })

  it('hide drills while a real one is in force', () => {
    const manifest = withNotices(
      { id: 'drill', level: 5, drill: true },
      { id: 'real', level: 1, expiresAt: '2026-03-11T01:00:00.000Z' },
    )
    expect(rotation(manifest, STARTS, 3)).to.deep.equal([
      'real.1',
      'real.1',
      'real.1',
    ])
    expect(onAt(manifest, '2026-03-11T01:00:00.000Z')).to.equal('drill.1')
  })

  it('are all silent under a hold, whatever their level', () => {
    const manifest = withNotices(
      { id: 'real', level: 5 },
      {
        id: 'hold',
        level: 5,
        hold: true,
        issuedAt: '2026-03-11T00:00:00.000Z',
        expiresAt: '2026-05-11T00:00:00.000Z',
      },
    )
    expect(rotation(manifest, STARTS, 2)).to.deep.equal(['hold.1', 'hold.1'])
    expect(onAt(manifest, '2026-04-11T01:00:00.000Z')).to.equal('hold.1')
  })

  it('are not restarted by a drill that comes and goes behind them', () => {
    const manifest = withNotices(
      { id: 'real' },
      {
        id: 'drill',
        drill: true,
        startsAt: '2026-03-11T01:00:07.000Z',
        expiresAt: '2026-03-11T02:00:00.000Z',
      },
    )
    const showing = whatIsOn(manifest, ms('2026-03-11T01:00:07.000Z'))
    expect(showing.startsAt).to.equal(ms('2026-03-11T01:00:00.000Z'))
  })

  it('count in their highest version only, wherever it is listed', () => {
    const [one, two] = [makeNotice(), makeNotice({ version: 2 })]
    for (const notices of [
      [one, two],
      [two, one],
    ]) {
      const manifest = makeManifest({ notices })
      expect(onAt(manifest, STARTS)).to.equal('notice-1.2')
    }
    expect(onAt(withNotice(makeManifest({ notices: [two] }), one), STARTS))
      .to //
      .equal('notice-1.2')
  })

  it('show in the languages of the screen, or in any rather than not at all', () => {
    const slides = (['jra', 'vi', 'en'] as const).map((language) => ({
      language,
      sha256: HASH,
      sizeBytes: 1000,
      slotSeconds: 10,
    }))
    const at = (manifest: Manifest) =>
      showingsBetween(manifest, ms(STARTS), Infinity, 3).map(
        (showing) => showing.kind === 'notice' && showing.slideIndex,
      )
    const both = makeManifest({ notices: [makeNotice({ slides })] })
    expect(at(both)).to.deep.equal([1, 2, 1])
    const jraOnly = makeManifest({
      notices: [makeNotice({ slides: slides.slice(0, 1) })],
    })
    expect(at(jraOnly)).to.deep.equal([0, 0, 0])
  })
})

describe('orders applied to a manifest', () => {
  it('leave the manifest they are given as it was', () => {
    const manifest = makeManifest({ items: [makeItem()] })
    const before = JSON.stringify(manifest)
    withNotice(manifest, makeNotice())
    withRecall(manifest, makeRecall({ kind: 'release', id: 'release-item-1' }))
    expect(JSON.stringify(manifest)).to.equal(before)
  })

  it('change nothing when they come twice', () => {
    const once = withRecall(
      withNotice(makeManifest(), makeNotice()),
      makeRecall({ kind: 'release', id: 'release-x' }),
    )
    expect(withNotice(once, makeNotice())).to.equal(once)
    expect(
      withRecall(once, makeRecall({ kind: 'release', id: 'release-x' })),
    ).to.equal(once)
  })

  it('take a recalled release off, however it is scheduled', () => {
    const manifest = makeManifest({ items: [makeItem()] })
    const recall = makeRecall({ kind: 'release', id: 'release-item-1' })
    expect(onAt(manifest, STARTS)).to.equal('item')
    expect(onAt(withRecall(manifest, recall), STARTS)).to.equal('holding')
  })
})
