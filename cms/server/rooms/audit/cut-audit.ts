import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import { SYSTEM_ACTOR, type RecordAct } from '../accounts/actor.js'
import type { AuditArchive } from './audit-archive.js'
import { CUT_ACT, type AuditLine } from './audit-chain.rules.js'
import type { AuditRepository } from './audit.repository.js'
import type { CheckpointRepository } from './checkpoint.repository.js'
import { verifyChain, type ChainVerdict } from './verify-chain.js'

type Deps = Parameters<typeof verifyChain>[0] & {
  audit: Pick<AuditRepository, 'listAfter' | 'head'>
  checkpoints: Pick<CheckpointRepository, 'list' | 'keepMonths'>
  archive: AuditArchive
  clock: Clock
  inTransaction: InTransaction<{
    checkpoints: Pick<CheckpointRepository, 'cutAt'>
    recordAct: RecordAct
  }>
}

const CHUNK = 500

/** The chain is broken: nothing of it may be cut before a person has looked. */
export class BrokenChainError extends Error {
  override readonly name = 'BrokenChainError'
  constructor(verdict: Extract<ChainVerdict, { ok: false }>) {
    super(`audit broken at line ${verdict.brokenAt}: ${verdict.reason}`)
  }
}

/**
 * Cuts lines older than the retention, up to the newest checkpoint that was
 * sealed before that day, never between two. What goes is on the disk first,
 * and the chain says that it went. Null: nothing is old enough. Throws
 * BrokenChainError rather than to cut evidence away.
 */
export async function cutAudit(
  deps: Deps,
): Promise<{ upTo: number; lines: number; file: string } | null> {
  const months = await deps.checkpoints.keepMonths()
  if (months === null) return null
  const before = monthsBefore(deps.clock.now(), months)
  const all = await deps.checkpoints.list()
  const cut = all.filter(({ cutAt }) => cutAt !== null).at(-1)?.number ?? 0
  const due = all
    .filter(({ sealedAt, number }) => sealedAt < before && number > cut)
    .at(-1)
  if (due === undefined) return null
  const verdict = await verifyChain(deps)
  if (!verdict.ok) throw new BrokenChainError(verdict)
  const kept = await deps.archive.keep(due, linesUpTo(deps, cut, due.number))
  const gone = await deps.inTransaction(async (tx) => {
    const lines = await tx.checkpoints.cutAt(due.number, isoNow(deps.clock))
    if (lines === null) return null
    if (lines !== kept.lines)
      throw new Error('the archive does not hold what was to be cut')
    await tx.recordAct(SYSTEM_ACTOR, {
      act: CUT_ACT,
      subject: { kind: 'audit', id: 'audit' },
      details: { upTo: due.number, hash: due.hash, months, ...kept },
    })
    return lines
  })
  if (gone === null) {
    await deps.archive.drop(kept.file)
    return null
  }
  return { upTo: due.number, lines: gone, file: kept.file }
}

async function* linesUpTo(
  { audit }: Pick<Deps, 'audit'>,
  after: number,
  upTo: number,
): AsyncGenerator<AuditLine[]> {
  let number = after
  while (number < upTo) {
    const found = await audit.listAfter(number, CHUNK)
    const lines = found.filter((line) => line.number <= upTo)
    if (lines.length === 0) return
    yield lines
    number = lines.at(-1)?.number ?? upTo
  }
}

/** Same day of the month, so many months back; UTC, to the day. */
function monthsBefore(now: number, months: number): string {
  const day = new Date(now)
  day.setUTCMonth(day.getUTCMonth() - months)
  return day.toISOString()
}
