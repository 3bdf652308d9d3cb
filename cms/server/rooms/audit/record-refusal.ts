/**
 * Refused acts in the audit: who tried what on which thing. Bounded, so that
 * somebody who hammers on a door cannot fill the chain: the first try of each
 * kind is a line, and what was left out is counted in the next one.
 */
import type { Clock } from '../../../../shared/kernel/clock.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'

export type RefusedAct = {
  /** The code of the refusal. */
  code: string
  act: string | null
  subject: { kind: string; id: string }
  areaId: string | null
  endpoint: string
}
export type RecordRefusal = (actor: Actor, refused: RefusedAct) => Promise<void>

type Deps = {
  clock: Clock
  inTransaction: InTransaction<{ recordAct: RecordAct }>
}

const SAME_MS = 10 * 60_000
const HOUR_MS = 3_600_000
const PER_ACTOR = 60
const IN_ALL = 2000
const KINDS_KEPT = 5000

/** Counts in this process; a second node has counts of its own. */
export function createRecordRefusal(deps: Deps): RecordRefusal {
  const seen = new Map<string, number>()
  let hour = { from: 0, lines: 0, byActor: new Map<string, number>() }
  const left = new Map<string, number>()

  const isWorthALine = (actor: Actor, refused: RefusedAct): boolean => {
    const now = deps.clock.now()
    if (now - hour.from >= HOUR_MS || now < hour.from)
      hour = { from: now, lines: 0, byActor: new Map() }
    const kind = JSON.stringify([actor.id, refused.endpoint, refused.subject])
    const last = seen.get(kind)
    const own = hour.byActor.get(actor.id) ?? 0
    const again = last !== undefined && Math.abs(now - last) < SAME_MS
    if (again || own >= PER_ACTOR || hour.lines >= IN_ALL) return false
    if (seen.size >= KINDS_KEPT) seen.clear()
    seen.set(kind, now)
    hour.lines += 1
    hour.byActor.set(actor.id, own + 1)
    return true
  }

  return async (actor, refused) => {
    if (!isWorthALine(actor, refused)) {
      if (left.size < KINDS_KEPT)
        left.set(actor.id, (left.get(actor.id) ?? 0) + 1)
      return
    }
    const unwritten = left.get(actor.id) ?? 0
    left.delete(actor.id)
    const { code, act, endpoint } = refused
    await deps.inTransaction(({ recordAct }) =>
      recordAct(actor, {
        act: 'auth.refused',
        subject: refused.subject,
        areaId: refused.areaId,
        details: {
          code,
          act,
          endpoint,
          ...(unwritten > 0 ? { unwritten } : {}),
        },
      }),
    )
  }
}
