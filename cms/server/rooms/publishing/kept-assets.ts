/**
 * Files of the templates, kept in the store so that any document that was ever
 * rendered finds them, and the kit that any notice may need.
 */
import type { FileRef } from '../../../../shared/contract/manifest.js'
import type { Catalogue } from '../../../../templates/engine/catalogue.js'
import { keepFile } from '../media/keep-file.js'

export type KeepDeps = Parameters<typeof keepFile>[0]

export type KeptCatalogue = {
  catalogue: Catalogue
  /** How a manifest names the catalogue's files, by hash. */
  files: ReadonlyMap<string, FileRef>
  /** Everything the notice templates refer to, pictures of notices apart. */
  noticeKit: readonly FileRef[]
}

/** Keeps every file of the catalogue. Throws store.full. */
export async function keepCatalogue(
  deps: KeepDeps,
  catalogue: Catalogue,
): Promise<KeptCatalogue> {
  const files = new Map<string, FileRef>()
  for (const { bytes, mediaType } of catalogue.assets) {
    const file = await keepFile(deps, { bytes, mediaType })
    files.set(file.sha256, file)
  }
  return { catalogue, files, noticeKit: noticeKitOf(catalogue, files) }
}

function noticeKitOf(
  catalogue: Catalogue,
  files: ReadonlyMap<string, FileRef>,
): FileRef[] {
  const uses = new Map(
    catalogue.assets.map((asset) => [asset.sha256, asset.uses]),
  )
  const needed = new Set<string>()
  const add = (sha256: string): void => {
    if (needed.has(sha256)) return
    needed.add(sha256)
    for (const used of uses.get(sha256) ?? []) add(used)
  }
  for (const template of catalogue.templates)
    if (template.use === 'notice')
      catalogue.slides.get(template.id)?.sheets.forEach(add)
  return [...needed].flatMap((sha256) => files.get(sha256) ?? [])
}
