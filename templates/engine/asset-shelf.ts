/*
 * Turns the files around the slides into assets named by their content. A
 * sheet is rewritten so that it too refers to its fonts and ornaments by hash.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, extname, join, relative, resolve, sep } from 'node:path'
import type { Asset } from './catalogue.js'
import { refuseTemplate } from './refuse-template.js'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.webp': 'image/webp',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
}

const IMPORT = /@import\s+url\(\s*(['"]?)([^'")]+)\1\s*\)\s*;?/g
const URL_IN_CSS = /url\(\s*(['"]?)([^'")]+)\1\s*\)/g
const SVG_DANGER = /<script|<foreignObject|\son\w+\s*=|href\s*=\s*["']\s*(?!#)/i

export class AssetShelf {
  private readonly byHash = new Map<string, Asset>()
  private readonly sheetsByPath = new Map<string, string[]>()
  private readonly roots: readonly string[]

  /** @param roots the only folders that files may come from */
  constructor(roots: readonly string[]) {
    this.roots = roots.map((root) => resolve(root))
  }

  get assets(): readonly Asset[] {
    return [...this.byHash.values()]
  }

  /**
   * The hashes of a sheet and of those it imports, imports first.
   * @throws AppError template.invalid for what is missing or from elsewhere
   */
  addSheet(path: string): string[] {
    const known = this.sheetsByPath.get(path)
    if (known) return known
    const imported: string[] = []
    const uses: string[] = []
    const source = this.read(path, path).toString('utf8')
    const css = source
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(IMPORT, (_all, _quote, target: string) => {
        imported.push(...this.addSheet(this.locate(path, target)))
        return ''
      })
      .replace(URL_IN_CSS, (all, _quote, target: string) => {
        if (target.startsWith('#') || target.startsWith('data:')) return all
        const hash = this.addFile(this.locate(path, target))
        uses.push(hash)
        return `url(${hash})`
      })
    const hashes = [...imported, this.put(path, Buffer.from(css.trim()), uses)]
    this.sheetsByPath.set(path, hashes)
    return hashes
  }

  private addFile(path: string): string {
    const bytes = this.read(path, path)
    if (extname(path) === '.svg' && SVG_DANGER.test(bytes.toString('utf8'))) {
      refuseTemplate(path, '', 'An SVG here may not carry scripts or links.')
    }
    return this.put(path, bytes, [])
  }

  private locate(from: string, target: string): string {
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target)) {
      refuseTemplate(from, '', `A sheet may not refer to ${target}.`)
    }
    const path = resolve(dirname(from), target)
    if (!this.roots.some((root) => path.startsWith(root + sep))) {
      refuseTemplate(from, '', `${target} lies outside the template folders.`)
    }
    return path
  }

  private read(path: string, blame: string): Buffer {
    try {
      return readFileSync(path)
    } catch (cause) {
      return refuseTemplate(blame, '', 'The file cannot be read.', cause)
    }
  }

  private put(path: string, bytes: Buffer, uses: readonly string[]): string {
    const mediaType = MEDIA_TYPES[extname(path)]
    if (!mediaType) {
      refuseTemplate(path, '', `Files of kind ${extname(path)} are not used.`)
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    this.byHash.set(sha256, {
      sha256,
      bytes,
      mediaType,
      name: this.nameOf(path),
      uses: [...new Set(uses)],
    })
    return sha256
  }

  private nameOf(path: string): string {
    const root = this.roots.find((candidate) =>
      path.startsWith(candidate + sep),
    )
    return root ? relative(root, path).split(sep).join('/') : join(path)
  }
}
