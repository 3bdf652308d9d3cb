/**
 * What a revision would become: the exact bytes, and one hash over all that a
 * person sees of them. The same facts give the same hash, so that an approval
 * can be held against what is released.
 */
import { createHash } from 'node:crypto'
import type {
  Audience,
  RevisionInput,
} from '../../../../shared/contract/api/bulletins.js'
import { canonicalJson } from '../../../../shared/kernel/canonical-json.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { Actor } from '../accounts/actor.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { Bulletin } from '../bulletins/bulletin.repository.js'
import { bulletinTemplate, checkFields } from '../bulletins/check-revision.js'
import { endOf } from '../bulletins/schedule.rules.js'
import type { Release } from '../programmes/release.repository.js'
import { loadAreaTree } from '../screens/area-tree.js'
import { screensOf, type StandingAudience } from '../screens/audience.rules.js'
import type { ScreenRepository } from '../screens/screen.repository.js'
import { agencyOf } from './agency-words.js'
import type { FurnitureDesk } from './furniture-desk.js'
import type { KeptCatalogue } from './kept-assets.js'
import type { MeasureDeps } from './measure-document.js'
import { renderFields, type RenderDeps } from './render-fields.js'

export type PrepareDeps = RenderDeps &
  MeasureDeps & {
    areas: Pick<AreaRepository, 'list'>
    screens: Pick<ScreenRepository, 'listPlaced'>
    furniture: FurnitureDesk
    keptCatalogue: () => KeptCatalogue
    clock: Clock
  }

/** All of a release but who releases it when, and its place in the loop. */
export type Prepared = Pick<
  Release,
  'contentHash' | 'audience' | 'item' | 'expiresAt' | 'slides'
> & {
  /** The frame of the area that speaks; null for slides on the whole glass. */
  furniture: string | null
}

/**
 * Renders the body as it would be sealed for the owner of the bulletin.
 * Throws bulletin.fields_invalid, template.not_found, media.not_found,
 * store.full.
 */
export async function prepareRelease(
  deps: PrepareDeps,
  bulletin: Pick<Bulletin, 'ownerAreaId' | 'ownerAreaName'>,
  body: RevisionInput,
): Promise<Prepared> {
  const kept = deps.keptCatalogue()
  const template = bulletinTemplate(kept.catalogue, body.templateId)
  // Checked when it was submitted; the template may have changed since.
  checkFields(template, body)
  const rendered = await renderFields(deps, kept, {
    templateId: body.templateId,
    fields: body.fields,
    classes: ['1080', '2160'],
    measure: deps,
  })
  const slides = rendered.map(
    ({ language, resolutionClass, sha256, slotSeconds, files }) => ({
      language,
      resolutionClass,
      sha256,
      slotSeconds,
      files,
    }),
  )
  const item = {
    title: body.title,
    category: template.category,
    owner: bulletin.ownerAreaName,
    frame: template.frame,
    priority: body.priority,
    weight: body.weight,
    schedule: body.schedule,
  }
  const frames =
    template.frame === 'full' ? null : await framesOf(deps, bulletin, body)
  const { audience, basis = null } = body
  const content = canonicalJson({
    item,
    slides,
    audience,
    basis,
    furniture: frames?.all ?? [],
  })
  return {
    contentHash: createHash('sha256').update(content).digest('hex'),
    audience: standingAudience(bulletin, audience),
    item,
    expiresAt: endOf(body.schedule),
    // The time of a slot follows from the bytes: no part of the hash.
    slides: slides.map((slide, i) => ({
      ...slide,
      slots: rendered[i]?.slots ?? {},
    })),
    furniture: frames?.own ?? null,
  }
}

/** Its groups reach only what stands below the area that speaks. */
export function standingAudience(
  { ownerAreaId }: Pick<Bulletin, 'ownerAreaId'>,
  audience: Audience,
): StandingAudience {
  return { ...audience, groupsWithin: ownerAreaId }
}

/** The release that an approval of this makes. */
export function releaseOf(
  prepared: Prepared,
  made: {
    id: string
    revision: { id: string; bulletinId: string; number: number }
    actor: Actor
    clock: Clock
  },
): Release {
  const { furniture: _, ...rest } = prepared
  return {
    ...rest,
    id: made.id,
    bulletinId: made.revision.bulletinId,
    revisionId: made.revision.id,
    revisionNumber: made.revision.number,
    releasedBy: made.actor.id,
    releasedAt: isoNow(made.clock),
    loopOrder: 0,
  }
}

/** Whose header stands around it: on the owner's glass, and on each screen's. */
async function framesOf(
  deps: PrepareDeps,
  { ownerAreaId }: Pick<Bulletin, 'ownerAreaId'>,
  { audience }: Pick<RevisionInput, 'audience'>,
): Promise<{ own: string; all: string[] }> {
  const tree = await loadAreaTree(deps)
  const placed = await deps.screens.listPlaced()
  const standing = standingAudience({ ownerAreaId }, audience)
  const areaIds = screensOf(standing, placed, tree.pathOf).map(
    ({ areaId }) => areaId,
  )
  const agencies = new Map(
    [ownerAreaId, ...areaIds].map((areaId) => {
      const agency = agencyOf(tree, areaId, 'vi')
      return [JSON.stringify(agency), agency]
    }),
  )
  const all: string[] = []
  for (const agency of agencies.values())
    all.push((await deps.furniture(agency, 'vi')).frame.sha256)
  return { own: all[0] ?? '', all: [...new Set(all)].sort() }
}
