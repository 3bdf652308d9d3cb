import { expect } from 'chai'
import { join } from 'node:path'
import {
  lettersNotOnGlass,
  NOTO_LETTERS,
  VIETNAM_PRO_LETTERS,
} from '../../../../templates/engine/glass-letters.js'
import { validateFields } from '../../../../templates/engine/validate-fields.js'
import { readCmap } from '../../../support/read-cmap.js'
import { realCatalogue, TEMPLATES } from './house-of-templates.js'

const font = (name: string) =>
  readCmap(join(TEMPLATES, 'fonts', `${name}.woff2`))
/** Every letter of Jrai and Bahnar that Vietnamese lacks (domain study). */
const ETHNIC = 'ƀ Ƀ č Č ĕ Ĕ ê̆ Ê̆ ĭ Ĭ ñ Ñ ŏ Ŏ ô̆ Ô̆ ơ̆ Ơ̆ ŭ Ŭ ư̆ Ư̆ ‘'.split(' ')

describe('letters of the glass', () => {
  it('refuses signs, emoji and scripts that no font here has', () => {
    expect(lettersNotOnGlass('Họp 📢 lúc 7 giờ ✓', 'vi')).to.deep.equal([
      '📢',
      '✓',
    ])
    expect(lettersNotOnGlass('通知', 'vi')).to.deep.equal(['通', '知'])
    expect(lettersNotOnGlass('100 €', 'jra')).to.deep.equal(['€'])
  })

  it('refuses a tower of marks that is no letter', () => {
    const tower = `a${'\u0306'.repeat(9)}`
    expect(lettersNotOnGlass(tower, 'vi')).to.have.length(1)
  })

  it('takes every letter of Vietnamese, Jrai and Bahnar, composed or not', () => {
    const text = `Ậ ặ Ễ Ữ đ ${ETHNIC.join(' ')} – “…” ₫ 100 m² 5 %\n`
    for (const form of ['NFC', 'NFD'] as const)
      for (const language of ['vi', 'jra', 'bdq'])
        expect(lettersNotOnGlass(text.normalize(form), language)).to.eql([])
    expect(lettersNotOnGlass('100 €', 'vi')).to.deep.equal([])
  })

  it('promises no letter that the font files do not have', async () => {
    for (const weight of [500, 700]) {
      const noto = await font(`noto-sans-${weight}`)
      for (const letter of ETHNIC)
        for (const sign of letter)
          expect(noto.has(sign.codePointAt(0) ?? 0), letter).to.equal(true)
      expect(missingIn(noto, NOTO_LETTERS)).to.deep.equal([])
    }
    const latin = await font('be-vietnam-pro-latin-500-normal')
    expect(missingIn(latin, VIETNAM_PRO_LETTERS)).to.deep.equal([])
  })

  it('counts letters, not code points, against the length of a field', async () => {
    const slogan = (await realCatalogue()).get('free-text')
    const problems = (title: string) =>
      validateFields(slogan, { title, body: 'Hrơi anai' }, 'jra').filter(
        ({ pointer }) => pointer === '/title',
      )
    const most = longest(slogan.fields)
    expect(problems('ơ̆'.repeat(most))).to.deep.equal([])
    expect(problems('ơ̆'.repeat(most + 1))[0]?.rule).to.equal('too_long')
    expect(problems('Lon ✓')[0]).to.include({ rule: 'letters' })
    expect(problems('Lon ✓')[0]?.message).to.contain('“✓”')
  })
})

function missingIn(
  font: ReadonlySet<number>,
  ranges: readonly (readonly [number, number])[],
): string[] {
  return ranges
    .flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, i) => first + i),
    )
    .filter((point) => !font.has(point))
    .map((point) => `U+${point.toString(16)}`)
}

function longest(fields: unknown): number {
  const { properties } = fields as {
    properties: { title: { maxLength: number } }
  }
  return properties.title.maxLength
}
