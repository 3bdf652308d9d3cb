import type { OpenCheckpoint } from './checkpoint-seals.js'
import {
  CUT_ACT,
  FIRST_HASH,
  hashOfLine,
  type AuditFacts,
} from './audit-chain.rules.js'
import type { AuditRepository } from './audit.repository.js'
import type {
  CheckpointRepository,
  StoredCheckpoint,
} from './checkpoint.repository.js'

type Deps = {
  audit: Pick<AuditRepository, 'listAfter' | 'head'>
  checkpoints: Pick<CheckpointRepository, 'list'>
  /** Null: the root key is not at hand, and seals are not looked at. */
  openCheckpoint: OpenCheckpoint | null
}

export type ChainVerdict =
  | {
      ok: true
      /** Lines that were walked. */
      lines: number
      /** The first that is kept; what came before was cut at a checkpoint. */
      from: number
      /** How many sealed checkpoints were found true. */
      checkpoints: number
      /** Up to this line even who owns the database could not change it. */
      sealedUpTo: number
    }
  | {
      ok: false
      /** Number of the first line that is not what was written. */
      brokenAt: number
      reason:
        | 'missing'
        | 'altered'
        | 'unchained'
        | 'cut_off'
        | 'not_as_sealed'
        | 'bad_seal'
    }
type Broken = Extract<ChainVerdict, { ok: false }>

const PAGE = 1000

/**
 * Walks the whole chain from the first kept line and names the first broken
 * one: `missing` (a number is skipped), `unchained` (does not hash the line
 * before), `altered` (is not what its own hash says), `cut_off` (the end is
 * gone), `not_as_sealed` (the lines fit each other, but not the checkpoint
 * that was sealed over them), `bad_seal` (a checkpoint is not ours).
 */
export async function verifyChain(deps: Deps): Promise<ChainVerdict> {
  // Read first: lines that are added while we walk are simply not in it.
  const head = await deps.audit.head()
  const checkpoints = await deps.checkpoints.list()
  const forged = await firstForged(deps.openCheckpoint, checkpoints)
  const cuts = checkpoints.filter(({ cutAt }) => cutAt !== null)
  const start = cuts.at(-1)
  const walked = await walk(deps, head, {
    start: start ?? { number: 0, hash: FIRST_HASH },
    sealed: new Map(checkpoints.map(({ number, hash }) => [number, hash])),
    firstGone: (cuts.at(-2)?.number ?? 0) + 1,
  })
  const broken = [forged, walked].filter((one) => one !== null)
  const first = broken.sort((a, b) => a.brokenAt - b.brokenAt)[0]
  if (first !== undefined) return first
  const from = (start?.number ?? 0) + 1
  const isSealed = deps.openCheckpoint !== null
  return {
    ok: true,
    lines: head.number - from + 1,
    from,
    checkpoints: isSealed ? checkpoints.length : 0,
    sealedUpTo: isSealed ? (checkpoints.at(-1)?.number ?? 0) : 0,
  }
}

async function walk(
  deps: Pick<Deps, 'audit'>,
  head: { number: number; hash: string },
  kept: {
    start: { number: number; hash: string }
    sealed: ReadonlyMap<number, string>
    /** The first line that the last cut took. */
    firstGone: number
  },
): Promise<Broken | null> {
  let { number, hash } = kept.start
  let isCutTold = number === 0
  while (number < head.number) {
    const lines = await deps.audit.listAfter(number, PAGE)
    if (lines.length === 0)
      return { ok: false, brokenAt: number + 1, reason: 'cut_off' }
    for (const { hash: own, ...facts } of lines) {
      if (facts.number > head.number) break
      const brokenAt = number + 1
      if (facts.number !== brokenAt)
        return { ok: false, brokenAt, reason: 'missing' }
      if (facts.previousHash !== hash)
        return { ok: false, brokenAt, reason: 'unchained' }
      if (hashOfLine(facts) !== own)
        return { ok: false, brokenAt, reason: 'altered' }
      if ((kept.sealed.get(brokenAt) ?? own) !== own)
        return { ok: false, brokenAt, reason: 'not_as_sealed' }
      isCutTold ||= tellsCutAt(facts, kept.start.number)
      number = facts.number
      hash = own
    }
  }
  const ahead = [...kept.sealed.keys()].find((one) => one > head.number)
  if (hash !== head.hash || ahead !== undefined)
    return { ok: false, brokenAt: number + 1, reason: 'cut_off' }
  // A true cut says so in the chain, in the transaction that makes it.
  return isCutTold
    ? null
    : { ok: false, brokenAt: kept.firstGone, reason: 'missing' }
}

function tellsCutAt(
  { act, details }: Pick<AuditFacts, 'act' | 'details'>,
  number: number,
): boolean {
  if (act !== CUT_ACT) return false
  const { upTo } = JSON.parse(details) as { upTo?: unknown }
  return upTo === number
}

async function firstForged(
  open: OpenCheckpoint | null,
  checkpoints: readonly StoredCheckpoint[],
): Promise<Broken | null> {
  if (open === null) return null
  for (const { number, hash, sealed } of checkpoints) {
    const said = await open(sealed)
    if (said?.number !== number || said.hash !== hash)
      return { ok: false, brokenAt: number, reason: 'bad_seal' }
  }
  return null
}
