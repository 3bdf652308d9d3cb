import type { TemplateView } from '../../../../shared/contract/template.js'
import type { Catalogue } from '../../../../templates/engine/catalogue.js'
import type { ResolveMedia } from '../../../../templates/engine/render-slide.js'

/** The bronze drum of the house, drawn where a sample has a picture. */
const MOTIF = 'styles/drum.svg'

/**
 * A template's own sample names files that no library has. Where one of them
 * is asked for and not found, the motif of the house stands in its place, so
 * that every template can be shown before anybody has uploaded anything.
 */
export function withSampleMedia(
  resolve: ResolveMedia,
  template: Pick<TemplateView, 'sample'>,
  catalogue: Pick<Catalogue, 'assets'>,
): ResolveMedia {
  const named = new Set(textsIn(template.sample))
  const motif = catalogue.assets.find(({ name }) => name === MOTIF)
  return async (value, resolutionClass, asked) => {
    const found = await resolve(value, resolutionClass, asked)
    if (found || !motif || !named.has(value)) return found
    return { sha256: motif.sha256, alt: '' }
  }
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}
