import type { Clock } from '../../../shared/kernel/clock.js'
import type { Log } from '../../../shared/kernel/log.js'
import type { Keyring } from '../../../shared/contract/keyring.js'
import type { Manifest } from '../../../shared/contract/manifest.js'
import type { PublicJwk } from '../../../shared/contract/primitives.js'
import {
  openKeyring,
  openManifest,
  openNotice,
  openRecall,
} from '../../../shared/seal/open.js'
import type { ContentStore } from '../ports.js'
import type { KeptManifest, SavedState } from '../saved-state.js'
import type { InlineNotice, InlineRecall, ProgrammeParts } from './programme.js'

type Deps = {
  files: Pick<ContentStore, 'read'>
  clock: Clock
  log: Log
  /** Whether every file of it is on disk. */
  isComplete(manifest: Manifest): Promise<boolean>
}

type Opening = { keyring: Keyring; screenId: string; now: number }

/**
 * Boots into what the disk holds, without any network. The disk is not
 * trusted: every seal is checked again. The newest complete manifest plays; if
 * none is complete, the newest that can be opened (the stage skips slides that
 * are gone, the sync fetches them again).
 */
export async function loadProgramme(
  deps: Deps,
  pairing: { screenId: string; rootKey: PublicJwk },
  saved: SavedState,
): Promise<ProgrammeParts> {
  const nothing = { current: null, previous: null, pending: null }
  const opened = saved.keyring
    ? await openKeyring(saved.keyring, { rootKey: pairing.rootKey })
    : null
  if (!opened?.ok) {
    if (opened)
      deps.log.error({ reason: opened.reason }, 'kept keyring refused')
    return { keyring: null, ...nothing, notices: [], recalls: [] }
  }
  const opening: Opening = {
    keyring: opened.value,
    screenId: pairing.screenId,
    now: deps.clock.now(),
  }
  const newest = await reopen(deps, saved.current, opening)
  const older = await reopen(deps, saved.previous, opening)
  const orders = await reopenOrders(deps, saved, opening)
  const fallBack =
    older !== null &&
    (newest === null ||
      (!(await deps.isComplete(newest)) && (await deps.isComplete(older))))
  if (fallBack) deps.log.warn({}, 'fell back to the previous programme')
  return {
    keyring: opened.value,
    current: fallBack ? older : newest,
    previous: fallBack ? null : older,
    pending: fallBack ? newest : null,
    ...orders,
  }
}

async function reopen(
  deps: Deps,
  kept: KeptManifest | null,
  opening: Opening,
): Promise<Manifest | null> {
  if (!kept) return null
  const bytes = await deps.files.read(kept.sealed)
  if (!bytes) {
    deps.log.error({ number: kept.number }, 'kept manifest is gone or damaged')
    return null
  }
  const opened = await openManifest(new TextDecoder().decode(bytes), {
    ...opening,
    newest: kept.number,
    allowSame: true,
  })
  if (opened.ok) return opened.value
  deps.log.error({ reason: opened.reason }, 'kept manifest refused')
  return null
}

async function reopenOrders(
  deps: Deps,
  saved: SavedState,
  opening: Opening,
): Promise<{ notices: InlineNotice[]; recalls: InlineRecall[] }> {
  const notices: InlineNotice[] = []
  const recalls: InlineRecall[] = []
  for (const { kind, sealed } of saved.orders) {
    const bytes = await deps.files.read(sealed)
    if (!bytes) continue
    const jws = new TextDecoder().decode(bytes)
    if (kind === 'notice') {
      const opened = await openNotice(jws, opening)
      if (opened.ok) notices.push({ notice: opened.value, sealed })
      else deps.log.info({ reason: opened.reason }, 'kept notice let go')
      continue
    }
    const opened = await openRecall(jws, opening)
    if (opened.ok) recalls.push({ recall: opened.value, sealed })
    else deps.log.warn({ reason: opened.reason }, 'kept recall refused')
  }
  return { notices, recalls }
}
