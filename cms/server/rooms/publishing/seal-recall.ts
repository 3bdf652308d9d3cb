import type { Recall } from '../../../../shared/contract/notice.js'
import { PROTOCOL_VERSION } from '../../../../shared/contract/version.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import { seal } from '../../../../shared/seal/seal.js'
import type { SealDesk } from './open-seal-desk.js'

type Deps = { sealDesk: SealDesk; clock: Clock; newId: () => string }

export type SealedRecall = { recall: Recall; sealed: string }

/** A sealed order to these screens to stop showing the target. */
export async function sealRecall(
  deps: Deps,
  target: Recall['target'],
  screens: readonly string[],
): Promise<SealedRecall> {
  const recall: Recall = {
    kind: 'recall',
    protocol: PROTOCOL_VERSION,
    id: deps.newId(),
    issuedAt: isoNow(deps.clock),
    target,
    screens: [...screens],
  }
  return { recall, sealed: await seal('recall', recall, deps.sealDesk.signer) }
}
