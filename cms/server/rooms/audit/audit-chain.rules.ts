import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../../shared/kernel/canonical-json.js'

/** One line as it is kept, without its own hash. */
export type AuditFacts = {
  number: number
  at: string
  actorId: string
  actorName: string
  act: string
  subjectKind: string
  subjectId: string
  areaId: string | null
  address: string | null
  /** JSON text, hashed as it is written. */
  details: string
  previousHash: string
}
export type AuditLine = AuditFacts & { hash: string }

/** What the first line chains to. */
export const FIRST_HASH = '0'.repeat(64)

/** SHA-256 over the canonical JSON of the facts, the previous hash among them. */
export function hashOfLine(facts: AuditFacts): string {
  return createHash('sha256').update(canonicalJson(facts)).digest('hex')
}
