import type { Language } from '../../shared/contract/primitives.js'
import { bindWords } from './bind-words.js'
import type { Catalogue, Sheeted } from './catalogue.js'
import { documentAssets } from './document-assets.js'
import { normaliseFields } from './normalise-fields.js'
import { renderDocument } from './render-document.js'

/** A rendered document and the hashes of every file it needs. */
export type RenderedDocument = { html: string; assets: string[] }

/**
 * What stands around the slides of one agency (header, clock, ticker), and the
 * calm slide for when nothing is on. Same input, same bytes.
 */
export function renderFurniture(
  catalogue: Catalogue,
  order: {
    agency: string
    parentAgency: string
    hotline?: string
    language: Language
  },
): { frame: RenderedDocument; holding: RenderedDocument } {
  const said = normaliseFields({
    agency: order.agency,
    parentAgency: order.parentAgency,
    hotline: order.hotline ?? '',
  })
  const fields = {
    ...said,
    agency: bindWords(String(said['agency'])),
    parentAgency: bindWords(String(said['parentAgency'])),
  }
  const render = (kind: Sheeted): RenderedDocument => {
    const html = renderDocument(kind, {
      fields,
      language: order.language,
      title: order.agency,
      pictures: new Map(),
    })
    return { html, assets: documentAssets(catalogue, html) }
  }
  return {
    frame: render(catalogue.furniture.frame),
    holding: render(catalogue.furniture.holding),
  }
}
