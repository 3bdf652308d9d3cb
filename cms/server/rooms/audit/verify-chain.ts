import { FIRST_HASH, hashOfLine } from './audit-chain.rules.js'
import type { AuditRepository } from './audit.repository.js'

type Deps = { audit: Pick<AuditRepository, 'listAfter' | 'head'> }

export type ChainVerdict =
  | { ok: true; lines: number }
  | {
      ok: false
      /** Number of the first line that is not what was written. */
      brokenAt: number
      reason: 'missing' | 'altered' | 'unchained' | 'cut_off'
    }

const PAGE = 1000

/**
 * Walks the whole chain and names the first broken line: `missing` (a number
 * is skipped), `unchained` (does not hash the line before), `altered` (is not
 * what its own hash says), `cut_off` (the end is gone).
 */
export async function verifyChain(deps: Deps): Promise<ChainVerdict> {
  // Read first: lines that are added while we walk are simply not in it.
  const head = await deps.audit.head()
  let number = 0
  let hash = FIRST_HASH
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
      number = facts.number
      hash = own
    }
  }
  return hash === head.hash
    ? { ok: true, lines: number }
    : { ok: false, brokenAt: number, reason: 'cut_off' }
}
