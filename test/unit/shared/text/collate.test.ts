import { expect } from 'chai'
import fc from 'fast-check'
import {
  compareGivenName,
  compareVietnamese,
  givenName,
} from '../../../../shared/text/collate.js'

const sorted = (words: readonly string[]) => [...words].sort(compareVietnamese)

/** Turns a list around, so that sorting has work to do. */
const mixed = (words: readonly string[]) =>
  [...words].sort((a, b) => a.length - b.length || (a < b ? 1 : -1))

describe('Vietnamese order', () => {
  it('sets each letter in its own place of the alphabet', () => {
    const alphabet =
      'a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y'.split(' ')
    expect(sorted(mixed(alphabet))).to.deep.equal(alphabet)
  })

  it('sets Jrai and Bahnar letters beside the ones they grew from', () => {
    const letters = 'b ƀ c č d e ĕ ê ê̆ i ĭ n ñ o ŏ ô ô̆ ơ ơ̆ u ŭ ư ư̆'.split(' ')
    expect(sorted(mixed(letters))).to.deep.equal(letters)
  })

  it('counts tones last: level, grave, hook, tilde, acute, dot', () => {
    const tones = ['ma', 'mà', 'mả', 'mã', 'má', 'mạ', 'mai', 'mă', 'mâ']
    expect(sorted(mixed(tones))).to.deep.equal(tones)
  })

  it('decides by the first syllable before it looks at the second', () => {
    const names = ['Hoa Bình', 'Hoa Vinh', 'Hòa An', 'Hòa Bình', 'Hoan An']
    expect(sorted(mixed(names))).to.deep.equal(names)
  })

  it('does not mind how a letter is composed', () => {
    const nfd = 'Huỳnh Thị Hoa Điệp'.normalize('NFD')
    expect(compareVietnamese(nfd, 'Huỳnh Thị Hoa Điệp')).to.equal(0)
    expect(compareVietnamese('Điệp'.normalize('NFD'), 'Diệp')).to.be.above(0)
  })

  it('is an order: of any three texts, however odd', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom('Đ', 'd', 'D', 'ê̆', 'é', 'e', ' ', '', '-', 'H’', "H'"),
    )
    fc.assert(
      fc.property(anyText, anyText, anyText, (a, b, c) => {
        const ab = Math.sign(compareVietnamese(a, b))
        expect(ab + Math.sign(compareVietnamese(b, a))).to.equal(0)
        const bc = Math.sign(compareVietnamese(b, c))
        if (ab >= 0 && bc >= 0) {
          expect(compareVietnamese(a, c)).to.be.at.least(0)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('order of candidates', () => {
  it('is by given name, as in the official list of 2026', () => {
    const official = [
      'Nguyễn Hồng Diên',
      'Huỳnh Thị Hoa Điệp',
      'Lý Tiết Hạnh',
      'Trịnh Bảo Luân',
      'Vũ Hồng Quân',
    ]
    expect(
      mixed(official).sort((a, b) => compareGivenName(a, b)),
    ).to.deep.equal(official)
  })

  it('sets equal given names by what stands before', () => {
    const names = ['Lê Văn An', 'Nguyễn Thị An', 'Nguyễn Văn An', 'Lê Thị Ân']
    expect(mixed(names).sort((a, b) => compareGivenName(a, b)))
      .to.deep //
      .equal(names)
  })

  it('takes the given name it is told where the last word is none', () => {
    const keys: Record<string, string> = {
      'Y Thanh Hà Niê KĐăm': 'Hà',
      'Rah Lan Chung': '',
    }
    const sortKey = (name: string) => keys[name]
    const names = [
      'Rah Lan Chung',
      'Lý Tiết Hạnh',
      'Y Thanh Hà Niê KĐăm',
      "Rơ Châm H'Phik",
      'Siu Hương',
    ]
    expect(
      [...names].sort((a, b) => compareGivenName(a, b, { sortKey })),
    ).to.deep.equal([
      'Rah Lan Chung',
      'Y Thanh Hà Niê KĐăm',
      'Lý Tiết Hạnh',
      "Rơ Châm H'Phik",
      'Siu Hương',
    ])
  })

  it('finds the last word as given name', () => {
    expect(givenName('  Rơ Châm   H’Phik ')).to.equal('H’Phik')
    expect(givenName('')).to.equal('')
  })
})
