/**
 * Brings the sealed manifests of screens in step with the database. Numbers
 * rise only when content changed. Safe to run on several nodes at once: what
 * was read first is overtaken, never overwritten.
 */
import { setImmediate } from 'node:timers/promises'
import type { Clock } from '../../../../shared/kernel/clock.js'
import { seal } from '../../../../shared/seal/seal.js'
import type { Notice } from '../../../../shared/contract/notice.js'
import type { FileRef } from '../../../../shared/contract/manifest.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { AreaRepository } from '../areas/area.repository.js'
import { programmeOf } from '../programmes/programme.rules.js'
import type {
  Release,
  ReleaseRepository,
} from '../programmes/release.repository.js'
import { textStepFor } from '../screens/text-step.rules.js'
import { loadAreaTree, type AreaTree } from '../screens/area-tree.js'
import type { Screen, ScreenRepository } from '../screens/screen.repository.js'
import {
  pinFor,
  type KeptPin,
  type TechnicianPinRepository,
} from '../screens/technician-pin.repository.js'
import { agencyOf } from './agency-words.js'
import type { FurnitureDesk } from './furniture-desk.js'
import type { KeptCatalogue } from './kept-assets.js'
import type {
  ManifestRepository,
  StoredManifest,
} from './manifest.repository.js'
import {
  contentHash,
  etagOf,
  manifestContent,
  numberedManifest,
} from './manifest.rules.js'
import type { SealDesk } from './open-seal-desk.js'
import type { RecallRepository } from './recall.repository.js'

type OpenNotice = { notice: Notice; files: readonly FileRef[] }

export type SealDeps = {
  areas: Pick<AreaRepository, 'list'>
  screens: Pick<ScreenRepository, 'listByIds'>
  releases: Pick<ReleaseRepository, 'listLive'>
  recalls: Pick<RecallRepository, 'listOpen'>
  technicianPins: Pick<TechnicianPinRepository, 'list'>
  manifests: Pick<ManifestRepository, 'programmeVersion' | 'saveBuilt'>
  /** Notices in force; a later room keeps them. */
  openNotices(): Promise<OpenNotice[]>
  furniture: FurnitureDesk
  keptCatalogue: () => KeptCatalogue
  sealDesk: SealDesk
  clock: Clock
  inTransaction: InTransaction<{
    manifests: Pick<ManifestRepository, 'insert'>
    screens: Pick<ScreenRepository, 'saveManifest'>
    recalls: Pick<RecallRepository, 'saveCarried'>
  }>
}

type Snapshot = {
  version: number
  tree: AreaTree
  live: Release[]
  notices: OpenNotice[]
  recalls: Awaited<ReturnType<RecallRepository['listOpen']>>
  pins: KeptPin[]
}

/** Longest the sealing of many holds up everybody else. */
const BREATH_MS = 15
/** Manifests written in one transaction. */
const BATCH = 25
const MAX_ROUNDS = 8

/**
 * Seals what changed for these screens and returns the ids of those whose
 * number rose. `evenIfSame` moves the horizon of an unchanged programme.
 */
export async function sealManifests(
  deps: SealDeps,
  screenIds: readonly string[],
  evenIfSame = false,
): Promise<string[]> {
  const risen: string[] = []
  let waiting = screenIds
  for (let round = 0; round < MAX_ROUNDS && waiting.length > 0; round += 1) {
    // The version first, the numbers next, the facts last: whatever changes in
    // between makes our number taken or our version old, never our facts new.
    const version = await deps.manifests.programmeVersion()
    const screens = (await deps.screens.listByIds(waiting)).filter(
      (screen) => screen.revokedAt === null,
    )
    const snapshot = await takeSnapshot(deps, version)
    const outcome = await sealRound(deps, snapshot, { screens, evenIfSame })
    risen.push(...outcome.risen)
    waiting = outcome.overtaken
  }
  if (waiting.length > 0)
    throw new Error(`manifests of ${waiting.length} screens were overtaken`)
  return risen
}

async function takeSnapshot(
  deps: SealDeps,
  version: number,
): Promise<Snapshot> {
  return {
    version,
    tree: await loadAreaTree(deps),
    live: await deps.releases.listLive(),
    notices: await deps.openNotices(),
    recalls: await deps.recalls.listOpen(),
    pins: await deps.technicianPins.list(),
  }
}

type Made = { manifest: StoredManifest; recallIds: string[] }

async function sealRound(
  deps: SealDeps,
  snapshot: Snapshot,
  order: { screens: readonly Screen[]; evenIfSame: boolean },
): Promise<{ risen: string[]; overtaken: string[] }> {
  const risen: string[] = []
  const overtaken: string[] = []
  const same: string[] = []
  let batch: Made[] = []
  let since = performance.now()
  const flush = async () => {
    const taken = await keepBatch(deps, batch, snapshot.version)
    for (const { manifest } of batch)
      (taken.has(manifest.screenId) ? overtaken : risen).push(manifest.screenId)
    batch = []
  }
  for (const screen of order.screens) {
    const made = await sealOne(deps, snapshot, screen, order.evenIfSame)
    if (made) batch.push(made)
    else same.push(screen.id)
    if (batch.length >= BATCH) await flush()
    if (performance.now() - since > BREATH_MS) {
      await setImmediate()
      since = performance.now()
    }
  }
  await flush()
  await deps.manifests.saveBuilt(same, snapshot.version)
  return { risen, overtaken }
}

/** Null when the newest manifest says the same already. */
async function sealOne(
  deps: SealDeps,
  snapshot: Snapshot,
  screen: Screen,
  evenIfSame: boolean,
): Promise<Made | null> {
  const { tree, live, notices, recalls, pins } = snapshot
  const { settings } = screen
  const language = settings.languages[0] ?? 'vi'
  const content = manifestContent({
    screen,
    programme: programmeOf(
      {
        id: screen.id,
        areaId: screen.areaId,
        revokedAt: screen.revokedAt,
        groupIds: screen.groupIds,
        languages: settings.languages,
        resolutionClass: settings.resolutionClass,
        glass: {
          orientation: settings.orientation,
          textStep: textStepFor(settings),
        },
      },
      live,
      tree.pathOf,
    ),
    furniture: await deps.furniture(
      agencyOf(tree, screen.areaId, language),
      language,
    ),
    notices,
    recalls,
    noticeKit: deps.keptCatalogue().noticeKit,
    technicianPin: pinFor(pins, screen.id, tree.pathOf(screen.areaId))?.hash,
  })
  const hash = contentHash(content)
  const isSame = screen.manifestEtag === etagOf(screen.manifestNumber, hash)
  if (isSame && !evenIfSame) return null
  const number = screen.manifestNumber + 1
  const manifest = numberedManifest(content, number, deps.clock.now())
  return {
    manifest: {
      screenId: screen.id,
      number,
      issuedAt: manifest.issuedAt,
      contentHash: hash,
      releaseIds: manifest.items.map((item) => item.releaseId),
      sealed: await seal('manifest', manifest, deps.sealDesk.signer),
    },
    recallIds: manifest.recalls.map((recall) => recall.id),
  }
}

/** Keeps them in one transaction; returns screens whose number was taken. */
async function keepBatch(
  deps: SealDeps,
  batch: readonly Made[],
  version: number,
): Promise<Set<string>> {
  const taken = new Set<string>()
  if (batch.length === 0) return taken
  await deps.inTransaction(async (tx) => {
    for (const { manifest, recallIds } of batch) {
      const { screenId, number } = manifest
      if (!(await tx.manifests.insert(manifest))) {
        taken.add(screenId)
        continue
      }
      await tx.screens.saveManifest(screenId, {
        number,
        etag: etagOf(number, manifest.contentHash),
        builtVersion: version,
      })
      await tx.recalls.saveCarried(recallIds, screenId, number)
    }
  })
  return taken
}
