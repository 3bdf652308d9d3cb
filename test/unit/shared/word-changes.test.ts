import { expect } from 'chai'
import fc from 'fast-check'
import { wordChanges } from '../../../shared/text/word-changes.js'

describe('what became of a text', () => {
  it('is said by the word', () => {
    expect(wordChanges('Bầu cử ngày 15/3', 'Bầu cử ngày 22/3')).to.deep.equal([
      { kind: 'same', text: 'Bầu cử ngày ' },
      { kind: 'gone', text: '15/3' },
      { kind: 'new', text: '22/3' },
    ])
  })

  it('reads as either text when the other words are left out', () => {
    const text = fc
      .array(fc.constantFrom('bầu ', 'cử', ' ', 'xã\n', 'Ia Sơn '), {
        maxLength: 30,
      })
      .map((words) => words.join(''))
    const without = (runs: ReturnType<typeof wordChanges>, kind: string) =>
      runs
        .filter((run) => run.kind !== kind)
        .map((run) => run.text)
        .join('')
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = wordChanges(before, after)
        expect(without(runs, 'new')).to.equal(before)
        expect(without(runs, 'gone')).to.equal(after)
      }),
    )
  })
})
