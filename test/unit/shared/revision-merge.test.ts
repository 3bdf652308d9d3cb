import { expect } from 'chai'
import fc from 'fast-check'
import type { RevisionInput } from '../../../shared/contract/api/bulletins.js'
import {
  mergeParts,
  mergeRevisions,
  type Side,
} from '../../../shared/text/revision-merge.js'

const BASE: RevisionInput = {
  title: 'Nạo vét kênh',
  templateId: 'official-notice',
  fields: { vi: { title: 'Nạo vét', body: 'Mỗi hộ một người.' } },
  audience: { areaIds: ['area-iason'], screenIds: [] },
  schedule: {},
  priority: 'normal',
  weight: 1,
}
const withField = (key: string, value: unknown): RevisionInput => ({
  ...BASE,
  fields: { vi: { ...BASE.fields.vi, [key]: value } },
})

describe('two revisions that grew from one', () => {
  it('decide nothing where both changed the same field', () => {
    const parts = mergeParts(
      BASE,
      withField('body', 'Mỗi hộ hai người.'),
      withField('body', 'Mỗi hộ ba người.'),
    )
    expect(parts).to.have.length(1)
    expect(parts[0]).to.include({ pointer: '/fields/vi/body', changed: 'both' })
  })

  it('know nothing without what both had before', () => {
    const parts = mergeParts(null, withField('body', 'x'), BASE)
    expect(parts.map(({ changed }) => changed)).to.deep.equal(['both'])
  })

  it('keep both hands where they wrote in different places', () => {
    const mine = withField('body', 'Mỗi hộ hai người.')
    const theirs = { ...withField('signer', 'Chủ tịch'), weight: 3 }
    const parts = mergeParts(BASE, mine, theirs)
    const merged = mergeRevisions(parts, { mine, theirs }, new Map())
    expect(merged.fields.vi).to.deep.equal({
      title: 'Nạo vét',
      body: 'Mỗi hộ hai người.',
      signer: 'Chủ tịch',
    })
    expect(merged.weight).to.equal(3)
  })

  it('let a field go that I emptied', () => {
    const { basis: _, ...bare } = BASE
    const basis = {
      number: '1/NQ',
      issuedOn: '2026-01-01',
      agency: 'UBND',
      signer: '',
    }
    const old = { ...bare, basis }
    const mine = { ...bare }
    const merged = mergeRevisions(
      mergeParts(old, mine, old),
      { mine, theirs: old },
      new Map(),
    )
    expect(merged.basis).to.equal(undefined)
  })

  it('are mine when I choose mine everywhere, theirs when theirs', () => {
    const revision = fc
      .record({
        title: fc.string({ minLength: 1 }),
        vi: fc.dictionary(
          fc.string({ minLength: 1 }).filter((key) => key !== '__proto__'),
          fc.oneof(fc.string(), fc.array(fc.record({ a: fc.string() }))),
          { maxKeys: 4 },
        ),
        weight: fc.integer({ min: 1, max: 10 }),
      })
      .map(({ title, vi, weight }): RevisionInput => ({
        ...BASE,
        title,
        fields: { vi },
        weight,
      }))
    fc.assert(
      fc.property(revision, revision, revision, (base, mine, theirs) => {
        const parts = mergeParts(base, mine, theirs)
        for (const side of ['mine', 'theirs'] as Side[]) {
          const all = new Map(parts.map(({ pointer }) => [pointer, side]))
          const merged = mergeRevisions(parts, { mine, theirs }, all)
          const wanted = side === 'mine' ? mine : theirs
          expect(mergeParts(null, merged, wanted)).to.deep.equal([])
        }
      }),
    )
  })
})
