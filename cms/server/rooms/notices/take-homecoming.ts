import type { Homecoming } from '../../../../shared/contract/bundle.js'
import type { HomecomingView } from '../../../../shared/contract/api/bundles.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import { openHomecoming, openReceipt } from '../../../../shared/seal/open.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import { areaPathOf } from '../areas/area-path.js'
import type { AreaRepository } from '../areas/area.repository.js'
import type { AsRunRepository } from '../screens/as-run.repository.js'
import type { HomecomingRepository } from '../screens/homecoming.repository.js'
import type { Screen, ScreenRepository } from '../screens/screen.repository.js'
import type { SignedReceipt } from './receipt.repository.js'
import type { ReceiptQueue } from './receipt.queue.js'

type Deps = {
  areas: Pick<AreaRepository, 'find'>
  screens: Pick<ScreenRepository, 'get'>
  receiptQueue: ReceiptQueue
  clock: Clock
  inTransaction: InTransaction<{
    homecomings: Pick<HomecomingRepository, 'insert'>
    asRun: Pick<AsRunRepository, 'save'>
    recordAct: RecordAct
  }>
}

/**
 * Takes in what a screen without a network had to tell, once: a second time
 * changes nothing and says so. Throws seal.malformed, seal.bad_seal,
 * screen.not_found, auth.forbidden.
 */
export async function takeHomecoming(
  deps: Deps,
  actor: Actor,
  sealed: string,
): Promise<HomecomingView> {
  const screen = await deps.screens.get(claimedScreen(sealed))
  requireMay(actor, 'screen.read', await areaPathOf(deps, screen.areaId))
  const opened = await openHomecoming(sealed, {
    key: screen.publicKey,
    screenId: screen.id,
  })
  if (!opened.ok)
    throw new AppError(
      opened.reason === 'malformed' ? 'seal.malformed' : 'seal.bad_seal',
      { detail: opened.detail },
    )
  const home = opened.value
  const receipts = await ownReceipts(deps, screen, home)
  const takenAt = isoNow(deps.clock)
  const isNew = await deps.inTransaction(async (tx) => {
    const kept = { id: home.id, screenId: screen.id, takenAt }
    if (!(await tx.homecomings.insert(kept))) return false
    // Totals of an hour: the stick and the network may bring the same ones.
    if (home.asRun.length > 0) await tx.asRun.save(screen.id, home.asRun)
    await tx.recordAct(actor, {
      act: 'homecoming.taken',
      subject: { kind: 'screen', id: screen.id },
      areaId: screen.areaId,
      details: {
        id: home.id,
        at: home.at,
        receipts: receipts.length,
        rows: home.asRun.length,
      },
    })
    return true
  })
  // Said twice, a receipt is one receipt; so these may follow outside.
  await deps.receiptQueue.add(receipts)
  return {
    screenId: screen.id,
    screenName: screen.settings.name,
    at: home.at,
    receipts: receipts.length,
    rows: home.asRun.length,
    isNew,
  }
}

/** Whose it says it is; the signature is checked with that screen's key. */
function claimedScreen(sealed: string): string {
  try {
    const json = Buffer.from(sealed.split('.')[1] ?? '', 'base64url')
    const { screenId } = JSON.parse(json.toString('utf8')) as {
      screenId?: unknown
    }
    if (typeof screenId === 'string' && screenId.length <= 40) return screenId
  } catch {
    // Not JSON: no homecoming.
  }
  throw new AppError('seal.malformed', { detail: 'no homecoming' })
}

async function ownReceipts(
  deps: Pick<Deps, 'clock'>,
  screen: Screen,
  home: Homecoming,
): Promise<SignedReceipt[]> {
  const receipts: SignedReceipt[] = []
  for (const sealed of home.receipts) {
    const opened = await openReceipt(sealed, {
      key: screen.publicKey,
      screenId: screen.id,
    })
    if (!opened.ok) continue
    const takenAt = isoNow(deps.clock)
    receipts.push({ receipt: opened.value, sealed, takenAt })
  }
  return receipts
}
