/*
 * A programme for screens without a network, as one file to be carried. It
 * holds what those screens would have pulled, seals and all; whoever changes a
 * byte of it on the way is found out by the screen.
 */
import { createReadStream } from 'node:fs'
import {
  BUNDLE_MAGIC,
  type BundleHeader,
} from '../../../../shared/contract/bundle.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow } from '../../../../shared/kernel/clock.js'
import { filesNeeded } from '../../../../shared/programme/manifest-files.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import { findFile, type FoundFile } from '../media/find-file.js'
import { loadAreaTree } from '../screens/area-tree.js'
import { screensOf } from '../screens/audience.rules.js'
import type { Screen, ScreenRepository } from '../screens/screen.repository.js'
import { newestManifest } from './fetch-manifest.js'
import { manifestIn } from './show-on-screen.js'

type Deps = {
  screens: Pick<ScreenRepository, 'list' | 'listPlaced'>
  inTransaction: InTransaction<{ recordAct: RecordAct }>
} & Parameters<typeof newestManifest>[0] &
  Parameters<typeof findFile>[0] &
  Parameters<typeof loadAreaTree>[0]

export type Bundle = {
  sizeBytes: number
  /** The whole file, piece by piece. */
  chunks(): AsyncIterable<Uint8Array>
}

/**
 * The bundle of these screens and of every screen in these areas and groups. Throws
 * notice.no_screens when there is none, screen.not_ready, auth.forbidden.
 */
export async function exportBundle(
  deps: Deps,
  actor: Actor,
  audience: { screenIds: string[]; areaIds: string[]; groupIds: string[] },
): Promise<Bundle> {
  const tree = await loadAreaTree(deps)
  const all = (await deps.screens.list()).map((screen) => ({
    ...screen,
    languages: screen.settings.languages,
  }))
  const inGroups = await membersOf(deps, audience.groupIds)
  const named = { ...audience, screenIds: [...audience.screenIds, ...inGroups] }
  const chosen = screensOf({ ...named, groupIds: [] }, all, tree.pathOf)
  if (chosen.length === 0) throw new AppError('notice.no_screens', {})
  for (const screen of chosen)
    requireMay(actor, 'screen.read', tree.pathOf(screen.areaId))
  const { header, files } = await gather(deps, chosen)
  const ids = chosen.map(({ id }) => id)
  await deps.inTransaction(({ recordAct }) =>
    recordAct(actor, {
      act: 'bundle.exported',
      subject: { kind: 'screen', id: ids[0] ?? '' },
      areaId: audience.areaIds[0] ?? chosen[0]?.areaId ?? null,
      details: { screens: ids.length, files: files.length, ids },
    }),
  )
  return bundleOf(header, files)
}

/** Today's members, by list or by rule, wherever they stand. */
async function membersOf(
  deps: Deps,
  groupIds: readonly string[],
): Promise<string[]> {
  if (groupIds.length === 0) return []
  const placed = await deps.screens.listPlaced()
  return placed
    .filter((screen) => screen.groupIds?.some((id) => groupIds.includes(id)))
    .map(({ id }) => id)
}

async function gather(
  deps: Deps,
  chosen: readonly Screen[],
): Promise<{ header: BundleHeader; files: FoundFile[] }> {
  const files = new Map<string, FoundFile>()
  const screens: BundleHeader['screens'] = []
  for (const screen of chosen) {
    const { sealed } = await newestManifest(deps, screen)
    for (const { sha256 } of filesNeeded(manifestIn(sealed)))
      if (!files.has(sha256)) files.set(sha256, await findFile(deps, sha256))
    screens.push({
      screenId: screen.id,
      screenName: screen.settings.name,
      manifest: sealed,
      keyring: deps.sealDesk.keyring,
    })
  }
  const found = [...files.values()]
  const header: BundleHeader = {
    kind: 'bundle',
    format: 1,
    madeAt: isoNow(deps.clock),
    screens,
    files: found.map(({ sha256, sizeBytes }) => ({ sha256, sizeBytes })),
  }
  return { header, files: found }
}

function bundleOf(header: BundleHeader, files: readonly FoundFile[]): Bundle {
  const json = Buffer.from(JSON.stringify(header))
  const length = json.length.toString(16).padStart(8, '0')
  const start = Buffer.concat([Buffer.from(`${BUNDLE_MAGIC}${length}\n`), json])
  const sum = files.reduce((bytes, { sizeBytes }) => bytes + sizeBytes, 0)
  return {
    sizeBytes: start.length + sum,
    async *chunks() {
      yield start
      for (const { path } of files)
        yield* createReadStream(path) as AsyncIterable<Uint8Array>
    },
  }
}
