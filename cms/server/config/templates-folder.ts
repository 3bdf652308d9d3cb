import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The house's own templates: beside the source, or up from a bundle. Throws
 * when the installation has none, which nothing can work without.
 */
export function houseTemplatesFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  for (let step = 0; step < 6; step += 1) {
    const templates = join(folder, 'templates')
    if (existsSync(join(templates, 'slides'))) return templates
    folder = dirname(folder)
  }
  throw new Error('no templates folder above this program')
}
