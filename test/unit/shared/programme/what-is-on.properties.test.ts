import { expect } from 'chai'
import fc from 'fast-check'
import type { Manifest } from '../../../../shared/contract/manifest.js'
import {
  nextChange,
  showingsBetween,
  whatIsOn,
  type Showing,
} from '../../../../shared/programme/what-is-on.js'
import {
  anyInstant,
  anyItems,
  anyManifest,
  makeManifest,
} from './make-manifest.js'

const runs = { numRuns: 300 }

/** What a bystander sees; object identity set aside. */
function seen(showing: Showing): unknown {
  const { startsAt, endsAt } = showing
  const id =
    showing.kind === 'item'
      ? `${showing.item.id}/${showing.slideIndex}`
      : showing.kind === 'notice'
        ? `${showing.notice.id}.${showing.notice.version}/${showing.slideIndex}`
        : ''
  return { kind: showing.kind, id, startsAt, endsAt }
}

function copy(manifest: Manifest): Manifest {
  return JSON.parse(JSON.stringify(manifest)) as Manifest
}

describe('what is on, for any manifest', () => {
  it('answers one thing whose time contains the instant', () => {
    fc.assert(
      fc.property(anyManifest, anyInstant, (manifest, instant) => {
        const { kind, startsAt, endsAt } = whatIsOn(manifest, instant)
        expect(startsAt ?? -Infinity).to.be.at.most(instant)
        expect(endsAt ?? Infinity).to.be.above(instant)
        if (kind !== 'holding') expect([startsAt, endsAt]).not.to.include(null)
      }),
      runs,
    )
  })

  it('says the same all through a showing, and tiles time without gap', () => {
    fc.assert(
      fc.property(anyManifest, anyInstant, (manifest, instant) => {
        const showings = showingsBetween(
          manifest,
          instant,
          instant + 2 * 86_400_000,
          60,
        )
        let at = instant
        for (const showing of showings) {
          const { startsAt, endsAt } = showing
          if (at !== instant) expect(startsAt).to.equal(at)
          const last = (endsAt ?? at + 1) - 1
          const middle = Math.floor((at + last) / 2)
          for (const moment of [startsAt ?? at, middle, last]) {
            expect(seen(whatIsOn(copy(manifest), moment))).to.deep.equal(
              seen(showing),
            )
          }
          at = endsAt ?? at
        }
      }),
      { numRuns: 100 },
    )
  })

  it('answers the same on two machines and for two manifest numbers', () => {
    fc.assert(
      fc.property(anyManifest, anyInstant, (manifest, instant) => {
        const other = {
          ...copy(manifest),
          number: manifest.number + 7,
          issuedAt: '2026-03-09T00:00:00.000Z',
        }
        expect(seen(whatIsOn(other, instant))).to.deep.equal(
          seen(whatIsOn(manifest, instant)),
        )
      }),
      runs,
    )
  })

  it('does not depend on what was asked before', () => {
    fc.assert(
      fc.property(
        anyManifest,
        fc.array(anyInstant, { minLength: 2, maxLength: 12 }),
        (manifest, instants) => {
          for (const instant of instants) {
            expect(seen(whatIsOn(manifest, instant))).to.deep.equal(
              seen(whatIsOn(copy(manifest), instant)),
            )
          }
        },
      ),
      runs,
    )
  })

  it('does not depend on the order in which things are listed', () => {
    fc.assert(
      fc.property(anyManifest, anyInstant, (manifest, instant) => {
        // Two different notices of one id and version cannot be sealed.
        const versions = manifest.notices.map((n) => `${n.id}.${n.version}`)
        fc.pre(new Set(versions).size === versions.length)
        const other = {
          ...manifest,
          items: [...manifest.items].reverse(),
          notices: [...manifest.notices].reverse(),
          recalls: [...manifest.recalls].reverse(),
        }
        expect(seen(whatIsOn(other, instant))).to.deep.equal(
          seen(whatIsOn(manifest, instant)),
        )
      }),
      runs,
    )
  })

  it('holds only while nothing is eligible', () => {
    fc.assert(
      fc.property(anyItems(fc.constant({})), anyInstant, (items, instant) => {
        const manifest = makeManifest({ items })
        const spoken = items.some(({ slides }) =>
          slides.some(({ language }) => language !== 'jra'),
        )
        expect(whatIsOn(manifest, instant).kind).to.equal(
          spoken ? 'item' : 'holding',
        )
      }),
      runs,
    )
  })

  it('changes its set of things only where nextChange says', () => {
    fc.assert(
      fc.property(anyManifest, anyInstant, (manifest, instant) => {
        const change = nextChange(manifest, instant)
        if (change === null) return
        expect(change).to.be.above(instant)
        expect(nextChange(manifest, change - 1)).to.equal(change)
        const before = whatIsOn(manifest, change - 1)
        const after = whatIsOn(manifest, change)
        // Behind a notice the loop may change unseen; else nothing runs over.
        if (before.kind === 'notice' && after.kind === 'notice') return
        expect(before.endsAt).to.equal(change)
        expect(after.startsAt).to.equal(change)
      }),
      runs,
    )
  })
})

describe('shares in a loop', () => {
  it('shows each item as often in a cycle as its weight', () => {
    fc.assert(
      fc.property(anyItems(fc.constant({})), anyInstant, (items, instant) => {
        const spoken = items.filter(({ slides }) =>
          slides.some(({ language }) => language !== 'jra'),
        )
        fc.pre(spoken.length > 0)
        const manifest = makeManifest({ items })
        const counts = new Map<string, number>()
        const cycleMs = cycleOf(spoken)
        const start = Math.floor(instant / cycleMs) * cycleMs
        const showings = showingsBetween(manifest, start, start + cycleMs)
        let previous = ''
        for (const showing of showings) {
          if (showing.kind !== 'item') throw new Error(showing.kind)
          const { item, slideIndex } = showing
          const first = item.slides.findIndex((s) => s.language !== 'jra')
          if (slideIndex === first) {
            counts.set(item.id, (counts.get(item.id) ?? 0) + 1)
          }
          previous = item.id
        }
        expect(previous).not.to.equal('')
        expect(showings.at(-1)?.endsAt).to.equal(start + cycleMs)
        for (const { id, weight, priority } of spoken) {
          expect(counts.get(id)).to.equal(priority === 'priority' ? 1 : weight)
        }
      }),
      { numRuns: 150 },
    )
  })
})

function cycleOf(items: Manifest['items']): number {
  return items.reduce((sum, { slides, weight, priority }) => {
    const slot = slides
      .filter(({ language }) => language !== 'jra')
      .reduce((seconds, { slotSeconds }) => seconds + slotSeconds, 0)
    return sum + slot * (priority === 'priority' ? 1 : weight) * 1000
  }, 0)
}
