import { expect } from 'chai'
import { ERROR_CODES } from '../../../../shared/contract/errors.js'
import { refusalSchema } from '../../../../shared/contract/receipt.js'
import { FIELD_RULES } from '../../../../shared/text/copy/copy.js'
import { en } from '../../../../shared/text/copy/en.js'
import { PICTURES } from '../../../../shared/text/copy/pictures.js'
import {
  copyOf,
  errorSentence,
  explanationSentence,
  fieldProblemSentence,
  refusalSentence,
} from '../../../../shared/text/copy/say.js'
import { vi } from '../../../../shared/text/copy/vi.js'

/** Every string of a catalogue with the way to it. */
function strings(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value as object).flatMap(([key, inner]) =>
    strings(inner, path ? `${path}/${key}` : key),
  )
}

const names = (value: object) => Object.keys(value).sort()

const LANGUAGES = ['vi', 'en'] as const

describe('catalogues', () => {
  it('have the same keys in both languages, for every code there is', () => {
    for (const copy of [vi, en]) {
      expect(names(copy.errors)).to.deep.equal([...ERROR_CODES].sort())
      expect(names(copy.refusals)).to.deep.equal(
        [...refusalSchema.options].sort(),
      )
      expect(names(copy.fieldRules)).to.deep.equal([...FIELD_RULES].sort())
      expect(copy.weekdays).to.have.lengthOf(7)
      expect(copy.months).to.have.lengthOf(12)
      expect(copy.lunarMonths).to.have.lengthOf(12)
    }
    expect(names(vi)).to.deep.equal(names(en))
    expect(names(vi.explanations)).to.deep.equal(names(en.explanations))
    expect(PICTURES).to.have.lengthOf(64)
  })

  it('say something everywhere, in composed letters', () => {
    for (const [path, text] of [...strings(vi), ...strings(en)]) {
      expect(text.trim(), path).not.to.equal('')
      expect(text, path).to.equal(text.normalize('NFC'))
    }
  })

  it('can always say the last way, which has no blanks', () => {
    for (const copy of [vi, en]) {
      for (const group of [
        copy.errors,
        copy.fieldRules,
        copy.explanations,
        copy.refusals,
      ]) {
        for (const [code, ways] of Object.entries(group)) {
          expect(ways.at(-1), code).not.to.match(/[{}]/)
        }
      }
    }
  })

  it('have the same blanks in both languages', () => {
    const blanks = (ways: readonly string[]) =>
      ways.map((way) =>
        [...way.matchAll(/\{(\w+)\}/g)].map(([, b]) => b).sort(),
      )
    for (const code of ERROR_CODES) {
      expect(blanks(vi.errors[code]), code).to.deep.equal(
        blanks(en.errors[code]),
      )
    }
    for (const rule of FIELD_RULES) {
      expect(blanks(vi.fieldRules[rule]), rule).to.deep.equal(
        blanks(en.fieldRules[rule]),
      )
    }
  })

  it('have no English in the Vietnamese one', () => {
    const english =
      /\b(the|and|or|not|error|please|file|screen|code|invalid|user|password|server|upload|template|again|click|online|offline|slide|playlist)\b/i
    // “{code}” and its like are blanks, filled before anyone reads them.
    for (const [path, text] of strings(vi)) {
      expect(text.replace(/\{\w+\}/g, ''), path).not.to.match(english)
    }
  })

  it('say what to do about every error, without codes or blame', () => {
    for (const language of LANGUAGES) {
      for (const code of ERROR_CODES) {
        const said = errorSentence(code, {}, language)
        expect(said, code).not.to.contain(code)
        expect(said, code).not.to.match(/lỗi hệ thống|system error|[{}]/i)
        // What happened, and what to do: two thoughts at least.
        expect(said.split(/[.;,]/).length, said).to.be.above(2)
      }
    }
  })
})

describe('sentences', () => {
  it('tell the details they are given, and leave out what they are not', () => {
    expect(
      errorSentence('bulletin.conflict', {
        savedBy: 'Bà Thủy',
        savedAt: '2026-03-11T03:21:00.000Z',
      }),
    ).to.equal(
      'Bà Thủy vừa sửa bản tin này lúc 10:21, 11/03/2026. Xem hai bản để chọn; chữ đã gõ vẫn còn.',
    )
    expect(errorSentence('bulletin.conflict')).to.match(/^Có người vừa sửa/)
    expect(
      errorSentence('media.too_many_bytes', { maxBytes: 20_500_000 }, 'en'),
    ).to.contain('(at most 20.5 MB)')
  })

  it('do not carry away with what a stranger typed', () => {
    const said = errorSentence('account.not_found', {
      userName: '{requestId}'.repeat(100),
    })
    expect(said.length).to.be.below(250)
    expect(errorSentence('account.not_found', { userName: {} })).to.match(
      /^Không tìm thấy tài khoản này/,
    )
  })

  it('name the field, its bounds and an example', () => {
    expect(
      fieldProblemSentence('required', {
        label: 'Ngày bầu cử',
        example: '15/3/2026',
      }),
    ).to.equal('Nhập “Ngày bầu cử”, ví dụ: 15/3/2026.')
    expect(fieldProblemSentence('range', { min: 1, max: 10 }, 'en')).to.equal(
      'Enter a number from 1 to 10.',
    )
    expect(fieldProblemSentence('range', { max: 10 })).to.equal(
      'Nhập số không quá 10.',
    )
    expect(fieldProblemSentence('too_short', { min: 1, label: 'Tên' })) //
      .to.equal('Nhập “Tên”.')
    expect(fieldProblemSentence('never heard of')).to.equal(
      fieldProblemSentence('invalid'),
    )
    expect(fieldProblemSentence('constructor')).to.equal(
      fieldProblemSentence('invalid'),
    )
  })

  it('say why an item is off, and when that changes', () => {
    const until = '2026-03-12T00:00:00.000Z'
    expect(explanationSentence({ reason: 'not_before', until })).to.equal(
      'Chưa đến giờ được phát: từ 07:00, 12/03/2026.',
    )
    expect(
      explanationSentence({ reason: 'on_now', until }, 'en', 'UTC'),
    ).to.equal('On now, until 00:00:00.')
    expect(explanationSentence({ reason: 'expired', until: null })).to.equal(
      'Đã hết hạn nên không phát nữa.',
    )
    for (const language of LANGUAGES) {
      for (const reason of Object.keys(copyOf(language).explanations)) {
        const said = explanationSentence(
          { reason: reason as keyof typeof vi.explanations, until: null },
          language,
        )
        expect(said, reason).to.match(/^\p{Lu}.+\.$/u)
      }
    }
  })

  it('say why a screen refused', () => {
    expect(refusalSentence('older', 'en')).to.equal(
      'Older than what the screen holds.',
    )
  })
})
