import type { OnScreenView } from '../../../../shared/contract/api/screens.js'
import {
  manifestSchema,
  type Manifest,
} from '../../../../shared/contract/manifest.js'
import { explain } from '../../../../shared/programme/explain.js'
import {
  whatIsOn,
  type Showing,
} from '../../../../shared/programme/what-is-on.js'
import type { Actor } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import type { AreaRepository } from '../areas/area.repository.js'
import { newestManifest } from './fetch-manifest.js'

type Deps = Parameters<typeof newestManifest>[0] & {
  areas: Pick<AreaRepository, 'find' | 'list'>
}

/**
 * What is on a screen at an instant and why, asked of the very manifest the
 * screen has: the same pure function answers here and on the glass. Throws
 * screen.not_found, screen.not_ready, auth.forbidden.
 */
export async function showOnScreen(
  deps: Deps,
  actor: Actor,
  question: { id: string; at: string | undefined },
): Promise<OnScreenView> {
  const screen = await deps.screens.get(question.id)
  requireMay(actor, 'screen.read', await areaPathOf(deps, screen.areaId))
  const stored = await newestManifest(deps, screen)
  const manifest = manifestIn(stored.sealed)
  const instant = question.at ? Date.parse(question.at) : deps.clock.now()
  return {
    at: new Date(instant).toISOString(),
    manifestNumber: manifest.number,
    showing: showingView(manifest, whatIsOn(manifest, instant), instant),
    furniture: manifest.furniture.frame,
    explanations: explain(manifest, instant),
  }
}

/** The payload of a manifest that we sealed ourselves. */
export function manifestIn(sealed: string): Manifest {
  const payload = sealed.split('.')[1] ?? ''
  const json = Buffer.from(payload, 'base64url').toString('utf8')
  return manifestSchema.parse(JSON.parse(json))
}

function showingView(
  manifest: Manifest,
  showing: Showing,
  instant: number,
): OnScreenView['showing'] {
  const iso = (ms: number) => new Date(ms).toISOString()
  const { holding } = manifest.furniture
  if (showing.kind === 'holding')
    return {
      kind: 'holding',
      id: manifest.screen.id,
      title: manifest.screen.name,
      slide: holding,
      full: true,
      startsAt: iso(showing.startsAt ?? instant),
      endsAt: showing.endsAt === null ? null : iso(showing.endsAt),
    }
  const what = showing.kind === 'item' ? showing.item : showing.notice
  return {
    kind: showing.kind,
    id: what.id,
    title: what.title,
    slide: what.slides[showing.slideIndex]?.sha256 ?? holding,
    full: showing.kind === 'notice' || showing.item.frame === 'full',
    startsAt: iso(showing.startsAt),
    endsAt: iso(showing.endsAt),
  }
}
