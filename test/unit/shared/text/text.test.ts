import { expect } from 'chai'
import fc from 'fast-check'
import { foldVietnamese } from '../../../../shared/text/fold.js'
import {
  clipText,
  graphemes,
  toNfc,
} from '../../../../shared/text/normalise.js'
import {
  formatNumber,
  parseVietnameseNumber,
} from '../../../../shared/text/numbers.js'
import {
  countCharacters,
  countSyllables,
  pagesFor,
  slotSecondsFor,
} from '../../../../shared/text/reading-time.js'

describe('folding for search', () => {
  const pairs: [string, string][] = [
    ['Thông báo về việc cắt điện', 'thong bao ve viec cat dien'],
    ['ĐẠI HỘI ĐẢNG BỘ', 'dai hoi dang bo'],
    ['Ƀôn Čư̆ Mgar, plơi ơ̆', 'bon cu mgar, ploi o'],
    ['ƀơi ê̆ ô̆ ñ ĭ ŭ', 'boi e o n i u'],
    ['Rơ Châm H’Phik', "ro cham h'phik"],
    ['  Kép\u00a0 5 ', 'kep 5'],
  ]
  for (const [written, folded] of pairs) {
    it(`finds “${written.trim()}” by “${folded}”`, () => {
      expect(foldVietnamese(written)).to.equal(folded)
      expect(foldVietnamese(written.normalize('NFD'))).to.equal(folded)
    })
  }

  it('folds once and for all, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = foldVietnamese(text)
        expect(foldVietnamese(once)).to.equal(once)
        expect(foldVietnamese(text.normalize('NFD'))).to.equal(once)
      }),
    )
  })
})

describe('letters and their marks', () => {
  it('count as one, composed or not', () => {
    expect(graphemes('plơ̆ng')).to.have.lengthOf(5)
    expect(toNfc('Thông'.normalize('NFD'))).to.equal('Thông')
  })

  it('are never cut apart', () => {
    expect(clipText('ê̆ê̆ê̆ê̆', 3)).to.equal('ê̆ê̆…')
    expect(clipText('Thông báo', 9)).to.equal('Thông báo')
    expect(clipText('Thông báo', 7)).to.equal('Thông…')
  })
})

describe('numbers of Vietnamese offices', () => {
  it('refuse what could be read two ways', () => {
    for (const text of ['', 'abc', '47,500.5', '1.23.4', '7.59', '1,2,3']) {
      expect(parseVietnameseNumber(text), text).to.equal(null)
    }
    for (const text of ['12 34', '.5', '5,', '--5', '1e5', 'Infinity']) {
      expect(parseVietnameseNumber(text), text).to.equal(null)
    }
  })

  it('are read with points between thousands and a decimal comma', () => {
    expect(parseVietnameseNumber('7.592')).to.equal(7592)
    expect(parseVietnameseNumber('9,71')).to.equal(9.71)
    expect(parseVietnameseNumber(' 1.234.567,5 ')).to.equal(1234567.5)
    expect(parseVietnameseNumber('−5,2')).to.equal(-5.2)
    expect(parseVietnameseNumber('12\u00a0700')).to.equal(12700)
    expect(parseVietnameseNumber('47,500')).to.equal(47.5)
  })

  it('are written the same way, and in English the English way', () => {
    expect(formatNumber(7592)).to.equal('7.592')
    expect(formatNumber(9.71)).to.equal('9,71')
    expect(formatNumber(9.7, { decimals: 2 })).to.equal('9,70')
    expect(formatNumber(-5.2)).to.equal('−5,2')
    expect(formatNumber(-0.001, { decimals: 1 })).to.equal('0,0')
    expect(formatNumber(1234567.5, { language: 'en' })).to.equal('1,234,567.5')
    expect(formatNumber(100)).to.equal('100')
    expect(formatNumber(Number.NaN)).to.equal('—')
    expect(formatNumber(1e21)).to.equal('1.000.000.000.000.000.000.000')
  })

  it('come back as they went', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.integer({ min: 0, max: 3 }),
        (digits, decimals) => {
          const value = digits / 10 ** decimals
          expect(parseVietnameseNumber(formatNumber(value))).to.equal(value + 0)
        },
      ),
    )
  })
})

describe('reading time', () => {
  const secondsOf = (syllables: number, characters = 0, hasQr = false) =>
    slotSecondsFor({ syllables, characters, hasQr })

  it('counts what is between spaces, signs apart', () => {
    expect(countSyllables('')).to.equal(0)
    expect(countSyllables('Thông báo cắt điện')).to.equal(4)
    expect(countSyllables('7 giờ – 19 giờ, ngày 15/3/2026')).to.equal(8)
    expect(countSyllables('— • !')).to.equal(0)
    expect(countSyllables('Thông báo'.normalize('NFD'))).to.equal(2)
    expect(countCharacters('  hai   chữ ')).to.equal(7)
  })

  it('lets a film run to its end, and a short one be read about', () => {
    const text = { syllables: 20, characters: 90, hasQr: false }
    expect(slotSecondsFor({ ...text, filmSeconds: 92.2 })).to.equal(93)
    expect(slotSecondsFor({ ...text, filmSeconds: 4 })).to.equal(14)
  })

  it('is 5 s and 0.4 s a syllable, rounded up, at least 12 s', () => {
    expect(secondsOf(0)).to.equal(12)
    expect(secondsOf(17)).to.equal(12)
    expect(secondsOf(18)).to.equal(13)
    expect(secondsOf(70)).to.equal(33)
    expect(secondsOf(137)).to.equal(60)
  })

  it('goes by characters where words are longer than a syllable', () => {
    expect(secondsOf(20, 300)).to.equal(32)
  })

  it('leaves three seconds to take out a telephone', () => {
    expect(secondsOf(70, 0, true)).to.equal(36)
    expect(secondsOf(0, 0, true)).to.equal(12)
  })

  it('gives each page of a long text at most a minute', () => {
    expect(pagesFor(137)).to.equal(1)
    expect(pagesFor(138)).to.equal(2)
    expect(secondsOf(138)).to.equal(61)
    expect(secondsOf(274)).to.equal(115)
    expect(secondsOf(274, 5000)).to.equal(120)
  })

  it('never shortens when text is added', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(200), (syllables, more) => {
        expect(secondsOf(syllables + more)).to.be.at.least(secondsOf(syllables))
      }),
    )
  })
})
