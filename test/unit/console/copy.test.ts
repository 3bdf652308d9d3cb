import { expect } from 'chai'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { en } from '../../../cms/console/copy/en.js'
import { vi } from '../../../cms/console/copy/vi.js'

const CONSOLE = join(import.meta.dirname, '../../../cms/console')
/** Letters that only Vietnamese words have. */
const VIETNAMESE =
  /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i

function shapeOf(value: unknown, path = ''): string[] {
  if (typeof value === 'function') {
    return [`${path}(${(value as (...all: unknown[]) => unknown).length})`]
  }
  if (Array.isArray(value)) return [`${path}[${value.length}]`]
  if (value === null || typeof value !== 'object') return [path]
  return Object.entries(value).flatMap(([key, inner]) =>
    shapeOf(inner, `${path}.${key}`),
  )
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(leaves)
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name))
}

describe('the words of the console', () => {
  it('have the same keys in Vietnamese and English', () => {
    expect(shapeOf(en)).to.deep.equal(shapeOf(vi))
  })

  it('are never empty', () => {
    for (const word of [...leaves(vi), ...leaves(en)]) {
      expect(word.trim()).not.to.equal('')
    }
  })

  it('are written with whole letters, not letters and loose accents', () => {
    for (const word of leaves(vi)) expect(word).to.equal(word.normalize('NFC'))
  })

  it('stand in the catalogues and nowhere else', () => {
    const strays = ['app', 'api', 'ui', 'fields', 'features']
      .flatMap((folder) => sources(join(CONSOLE, folder)))
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .filter((line) => !/^\s*(\/\/|\/\*|\*)/.test(line))
          .map((line) => line.replace(/\/\*.*?\*\//g, ''))
          // What a person types, not what is said to them.
          .filter((line) => !/readTime|\/i\.test|\/i\.exec|giờ\)\?/.test(line))
          .filter((line) => VIETNAMESE.test(line))
          .map((line) => `${file.slice(CONSOLE.length)}: ${line.trim()}`),
      )
    expect(strays).to.deep.equal([])
  })
})
