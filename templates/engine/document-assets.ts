import type { Catalogue } from './catalogue.js'

/**
 * Every file a document needs to be shown: what it refers to, and what those
 * refer to in turn, each once, in a stable order.
 */
export function documentAssets(catalogue: Catalogue, html: string): string[] {
  const byHash = new Map(catalogue.assets.map((asset) => [asset.sha256, asset]))
  const needed = new Set<string>()
  const add = (sha256: string): void => {
    if (needed.has(sha256)) return
    needed.add(sha256)
    for (const used of byHash.get(sha256)?.uses ?? []) add(used)
  }
  for (const found of html.matchAll(/\s(?:href|src)="([0-9a-f]{64})"/g)) {
    if (found[1]) add(found[1])
  }
  return [...needed]
}
