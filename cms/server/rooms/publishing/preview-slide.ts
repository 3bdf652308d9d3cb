import type {
  PreviewRequest,
  PreviewView,
} from '../../../../shared/contract/api/bulletins.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Clock } from '../../../../shared/kernel/clock.js'
import { renderSlide } from '../../../../templates/engine/render-slide.js'
import type { Actor } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import type { AreaRepository } from '../areas/area.repository.js'
import { fieldProblems } from '../bulletins/check-revision.js'
import type { MediaRepository } from '../media/media.repository.js'
import { loadAreaTree } from '../screens/area-tree.js'
import { agencyOf } from './agency-words.js'
import type { FurnitureDesk } from './furniture-desk.js'
import type { KeptCatalogue } from './kept-assets.js'
import { mediaResolver } from './resolve-media.js'
import { withSampleMedia } from './sample-media.js'

type Deps = {
  areas: Pick<AreaRepository, 'list' | 'findRoot'>
  media: Pick<MediaRepository, 'find' | 'findPage'>
  keptCatalogue: () => KeptCatalogue
  furniture: FurnitureDesk
  clock: Clock
}

/**
 * The slide that would be sealed from these fields, with the furniture of an
 * area around it. Nothing is stored. Throws template.not_found,
 * bulletin.fields_invalid (pointers begin with `/fields`), media.not_found.
 */
export async function previewSlide(
  deps: Deps,
  actor: Actor,
  order: PreviewRequest,
): Promise<PreviewView> {
  requireMay(actor, 'template.read')
  const { catalogue } = deps.keptCatalogue()
  const template = catalogue.get(order.templateId)
  const problems = fieldProblems(template, order.fields, '/fields')
  if (problems.length > 0)
    throw new AppError('bulletin.fields_invalid', { problems })
  const { language, fields, templateId } = order
  const slide = await renderSlide(catalogue, {
    templateId,
    fields,
    language,
    resolutionClass: '1080',
    resolveMedia: withSampleMedia(mediaResolver(deps), template, catalogue),
  })
  return {
    slide: slide.html,
    furniture:
      template.frame === 'full' ? null : await furnitureHtml(deps, order),
    slotSeconds: slide.slotSeconds,
    syllables: slide.syllables,
  }
}

async function furnitureHtml(
  deps: Deps,
  { areaId, language }: PreviewRequest,
): Promise<string> {
  const place = areaId ?? (await deps.areas.findRoot())?.id ?? ''
  const tree = await loadAreaTree(deps)
  const agency = agencyOf(tree, place, language)
  return (await deps.furniture(agency, language)).frameHtml
}
