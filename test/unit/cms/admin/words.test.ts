import { expect } from 'chai'
import { COMMANDS } from '../../../../cms/server/admin/commands.js'
import { en } from '../../../../cms/server/admin/copy/en.js'
import { vi } from '../../../../cms/server/admin/copy/vi.js'
import { helpLines } from '../../../../cms/server/admin/help.js'
import { takeLanguage, wordsIn } from '../../../../cms/server/admin/words.js'

const LANGUAGES = ['vi', 'en'] as const

const blanks = (sentence: string) =>
  Array.from(sentence.matchAll(/\{(\w+)\}/g), ([, name]) => name).sort()

describe('the words of the operator’s commands', () => {
  it('have the same keys in Vietnamese and English', () => {
    expect(Object.keys(en).sort()).to.deep.equal(Object.keys(vi).sort())
  })

  it('say something everywhere, in composed letters', () => {
    for (const copy of [vi, en])
      for (const [key, sentence] of Object.entries(copy)) {
        expect(sentence.trim(), key).not.to.equal('')
        expect(sentence, key).to.equal(sentence.normalize('NFC'))
      }
  })

  it('leave the same blanks in both languages', () => {
    const english: Readonly<Record<string, string>> = en
    for (const [key, sentence] of Object.entries(vi))
      expect(blanks(english[key] ?? ''), key).to.deep.equal(blanks(sentence))
  })

  it('fill each blank once, whatever the value looks like', () => {
    const values = { userName: '{areaName} $&', areaName: 'Xã Ia Sơn' }
    expect(wordsIn('en').fill('accountMade', values)).to.equal(
      'Created the account {areaName} $& (Xã Ia Sơn).',
    )
    expect(wordsIn('vi').fill('screenCount', { count: 0 })).to.equal(
      '0 màn hình.',
    )
  })
})

describe('the language of a command line', () => {
  it('is Vietnamese unless it says otherwise', () => {
    const line = ['claim', '--language', 'en']
    expect(takeLanguage(line)).to.deep.equal({ language: 'vi', rest: line })
    expect(takeLanguage([])).to.deep.equal({ language: 'vi', rest: [] })
  })

  it('may stand anywhere, and is taken out', () => {
    const taken = { language: 'en', rest: ['recall', '--id', 'a'] }
    for (const line of [
      ['--lang', 'en', 'recall', '--id', 'a'],
      ['recall', '--lang=en', '--id', 'a'],
      ['recall', '--id', 'a', '--lang', 'vi', '--lang', 'en'],
    ])
      expect(takeLanguage(line), line.join(' ')).to.deep.equal(taken)
  })

  it('is refused when nobody here speaks it', () => {
    for (const line of [
      ['--lang', 'fr'],
      ['help', '--lang'],
      ['--lang=', 'help'],
      ['--lang', 'toString'],
    ])
      expect(takeLanguage(line), line.join(' ')).to.equal(null)
  })
})

describe('the help', () => {
  for (const language of LANGUAGES) {
    const lines = helpLines(wordsIn(language))

    it(`names every command and every option (${language})`, () => {
      const text = lines.join('\n')
      for (const [name, { options }] of Object.entries(COMMANDS)) {
        expect(text).to.include(`\n  ${name} `)
        for (const option of options)
          expect(text, name).to.include(`--${option.replace('?', '')}`)
      }
    })

    it(`is aligned, in 80 columns (${language})`, () => {
      const body = lines.slice(2, -3)
      const column = '  create-account  '.length
      for (const line of body) {
        expect(line.length, line).to.be.at.most(80)
        expect(line.slice(0, column), line).to.match(/^ {2}.* {2}$/)
        expect(line.charAt(column), line).not.to.equal(' ')
      }
    })
  }
})
