import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const css = readFileSync(
  join(import.meta.dirname, '../../../cms/console/ui/theme.css'),
  'utf8',
)

function token(name: string): string {
  const found = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css)?.[1]
  if (!found) throw new Error(`no token ${name}`)
  return found
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort(
    (a, b) => a - b,
  )
  return (light + 0.05) / (dark + 0.05)
}

const GROUNDS = ['paper-0', 'paper-50', 'paper-100']

describe('the colours of the console', () => {
  for (const ink of ['ink-900', 'ink-700', 'ink-500', 'act', 'bad', 'drill']) {
    it(`keep ${ink} readable on every paper (4.5:1)`, () => {
      for (const ground of GROUNDS) {
        expect(contrast(token(ink), token(ground))).to.be.at.least(4.5)
      }
    })
  }

  for (const state of ['ok', 'warn', 'bad', 'info', 'off', 'drill']) {
    it(`keep the word of a ${state} tag readable (4.5:1)`, () => {
      expect(contrast(token(state), token(`${state}-bg`))).to.be.at.least(4.5)
    })
  }

  for (const ground of ['act', 'act-hover', 'bad', 'drill', 'red-800', 'off']) {
    it(`keep white words on ${ground} readable (4.5:1)`, () => {
      expect(contrast('#ffffff', token(ground))).to.be.at.least(4.5)
    })
  }

  it('keep the edge of an input visible (3:1)', () => {
    for (const ground of GROUNDS) {
      expect(contrast(token('line-strong'), token(ground))).to.be.at.least(3)
    }
  })

  it('keep every category mark readable under a white icon', () => {
    const marks = [...css.matchAll(/--(cat-[a-z]+):/g)].map(([, name]) => name)
    expect(marks).to.have.length(9)
    for (const mark of marks) {
      expect(contrast('#ffffff', token(mark ?? ''))).to.be.at.least(4.5)
    }
  })
})
