/** What stands around the slides, rendered once per agency and language. */
import type { FileRef } from '../../../../shared/contract/manifest.js'
import type { Language } from '../../../../shared/contract/primitives.js'
import { renderFurniture } from '../../../../templates/engine/render-furniture.js'
import { keepFile } from '../media/keep-file.js'
import type { Agency } from './agency-words.js'
import type { KeepDeps, KeptCatalogue } from './kept-assets.js'

export type KeptFurniture = {
  frame: FileRef
  holding: FileRef
  assets: readonly FileRef[]
  frameHtml: string
}

export type FurnitureDesk = (
  agency: Agency,
  language: Language,
) => Promise<KeptFurniture>

/**
 * A desk over the catalogue of the moment. It remembers what it rendered for
 * as long as the catalogue stays the same.
 */
export function createFurnitureDesk(
  deps: KeepDeps,
  current: () => KeptCatalogue,
): FurnitureDesk {
  let renderedFrom: KeptCatalogue | null = null
  let remembered = new Map<string, Promise<KeptFurniture>>()
  return (agency, language) => {
    const kept = current()
    if (kept !== renderedFrom) {
      renderedFrom = kept
      remembered = new Map()
    }
    const key = JSON.stringify([agency, language])
    const found = remembered.get(key)
    if (found) return found
    const made = makeFurniture(deps, kept, { ...agency, language })
    remembered.set(key, made)
    // A full disk now must not be remembered for ever.
    const memory = remembered
    made.catch(() => memory.delete(key))
    return made
  }
}

async function makeFurniture(
  deps: KeepDeps,
  kept: KeptCatalogue,
  order: Agency & { language: Language },
): Promise<KeptFurniture> {
  const { frame, holding } = renderFurniture(kept.catalogue, order)
  const keepPage = (html: string) =>
    keepFile(deps, {
      bytes: new TextEncoder().encode(html),
      mediaType: 'text/html; charset=utf-8',
    })
  const assets = [...new Set([...frame.assets, ...holding.assets])]
  return {
    frame: await keepPage(frame.html),
    holding: await keepPage(holding.html),
    assets: assets.flatMap((sha256) => kept.files.get(sha256) ?? []),
    frameHtml: frame.html,
  }
}
