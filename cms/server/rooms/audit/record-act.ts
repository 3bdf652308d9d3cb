import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { ActLine, Actor } from '../accounts/actor.js'
import { hashOfLine, type AuditFacts } from './audit-chain.rules.js'
import type { AuditRepository } from './audit.repository.js'
import { noteLine } from './line-watch.js'

type Deps = {
  audit: Pick<AuditRepository, 'takeNext' | 'append'>
  clock: Clock
}

/**
 * Appends one line to the chain. Call it last in the transaction of the act:
 * it holds the chain's lock until the transaction ends.
 */
export async function recordAct(
  deps: Deps,
  actor: Actor,
  line: ActLine,
): Promise<void> {
  const { number, previousHash } = await deps.audit.takeNext()
  const facts: AuditFacts = {
    number,
    at: isoNow(deps.clock),
    actorId: actor.id,
    actorName: actor.displayName,
    act: line.act,
    subjectKind: line.subject.kind,
    subjectId: line.subject.id,
    areaId: line.areaId ?? null,
    address: actor.address,
    details: JSON.stringify(line.details ?? {}),
    previousHash,
    ...viaOf(actor),
  }
  await deps.audit.append({ ...facts, hash: hashOfLine(facts) })
  noteLine()
}

function viaOf({ sessionId, tokenId }: Actor): Pick<AuditFacts, 'via'> {
  if (tokenId !== undefined) return { via: `token:${tokenId}` }
  return sessionId === undefined ? {} : { via: `session:${sessionId}` }
}
