import { expect } from 'chai'
import fc from 'fast-check'
import { shiftAt } from '../../../player/stage/glass-canvas.js'
import { liveNow, pageAt } from '../../../player/stage/live-now.js'
import {
  mayStay,
  onGlassAt,
  takesOverAtOnce,
} from '../../../player/stage/on-glass.js'
import {
  MORNING,
  sampleManifest,
  sampleNotice,
} from '../../e2e/stage/stage-samples.js'

const manifest = () =>
  sampleManifest(new Map(), [
    { id: 'item-a', html: 'a', seconds: 20 },
    { id: 'item-b', html: 'b', seconds: 20 },
  ])

describe('what the stage makes of time', () => {
  it('shares the slot equally among pages, in order, without a gap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 3600 }),
        (pages, seconds) => {
          const what = { startsAt: 1000, endsAt: 1000 + seconds * 1000 }
          const share = (seconds * 1000) / pages
          for (let page = 0; page < pages; page++) {
            const middle = 1000 + share * (page + 0.5)
            expect(pageAt(what, pages, middle)).to.equal(page)
          }
          expect(pageAt(what, pages, 0)).to.equal(0)
          expect(pageAt(what, pages, what.endsAt)).to.equal(pages - 1)
        },
      ),
    )
  })

  it('turns pages also when nothing bounds the slot', () => {
    const what = { startsAt: -Infinity, endsAt: Infinity }
    expect(pageAt(what, 2, 0)).to.equal(0)
    expect(pageAt(what, 2, 30_000)).to.equal(1)
    expect(pageAt(what, 2, 60_000)).to.equal(0)
  })

  it('steps the ticker every ten seconds alike on every screen', () => {
    const at = (now: number) =>
      liveNow(manifest(), null, { now, pages: 1 }).ticker?.index
    expect([at(MORNING), at(MORNING + 9_999), at(MORNING + 10_000)]).to.eql([
      0, 0, 1,
    ])
  })

  it('tells the age of a programme only when it is older than meant', () => {
    const stale = { ...manifest(), staleAfter: new Date(MORNING).toISOString() }
    const asOf = (now: number) => liveNow(stale, null, { now, pages: 1 }).asOf
    expect(asOf(MORNING)).to.equal(undefined)
    expect(asOf(MORNING + 1)).to.equal(Date.parse(stale.issuedAt))
  })

  it('shifts the furniture by at most 4 px, every ten minutes', () => {
    expect(shiftAt(0)).to.deep.equal(shiftAt(599_999))
    for (let i = 0; i < 9; i++) {
      const now = shiftAt(i * 600_000)
      const next = shiftAt((i + 1) * 600_000)
      expect(next).not.to.deep.equal(now)
      for (const px of now) expect(Math.abs(px)).to.be.at.most(4)
    }
  })
})

describe('whether something may stand on the glass any longer', () => {
  const shown = onGlassAt(manifest(), MORNING)

  it('lets a slide outstay its slot but not its expiry', () => {
    const until = manifest()
    expect(mayStay(shown, until, MORNING + 25_000)).to.equal(true)
    for (const item of until.items) {
      item.schedule = { expiresAt: new Date(MORNING + 20_000).toISOString() }
    }
    expect(mayStay(shown, until, MORNING + 25_000)).to.equal(false)
  })

  it('lets nothing stand that the programme no longer has', () => {
    const without = manifest()
    without.items = without.items.filter(({ id }) => id !== shown.id)
    expect(mayStay(shown, without, MORNING)).to.equal(false)
  })

  it('waits for the end of the slide unless something urgent begins', () => {
    const urgent = manifest()
    expect(takesOverAtOnce(shown, urgent, MORNING)).to.equal(false)
    urgent.notices = [sampleNotice(new Map(), 'n', [MORNING, MORNING + 60_000])]
    expect(takesOverAtOnce(shown, { ...urgent }, MORNING)).to.equal(true)
    const notice = onGlassAt({ ...urgent }, MORNING)
    expect(takesOverAtOnce(notice, manifest(), MORNING)).to.equal(true)
    expect(takesOverAtOnce(null, manifest(), MORNING)).to.equal(true)
  })
})
