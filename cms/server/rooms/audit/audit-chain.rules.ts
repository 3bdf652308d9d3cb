import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../../shared/kernel/canonical-json.js'
import { foldVietnamese } from '../../../../shared/text/fold.js'

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
  /** `session:<id>` or `token:<id>`; absent where the act had neither. */
  via?: string
}
export type AuditLine = AuditFacts & { hash: string }

/** What the line of a retention cut is called. */
export const CUT_ACT = 'audit.cut'

/** What the first line chains to. */
export const FIRST_HASH = '0'.repeat(64)

/** SHA-256 over the canonical JSON of the facts, the previous hash among them. */
export function hashOfLine(facts: AuditFacts): string {
  return createHash('sha256').update(canonicalJson(facts)).digest('hex')
}

const MOST_WORDS = 4000

/** What a search finds the line by: who, and every text in the details. */
export function wordsOfLine(line: AuditFacts): string {
  const texts: string[] = [line.actorName, line.act, line.subjectId]
  gatherTexts(JSON.parse(line.details), texts)
  return foldVietnamese(texts.join(' ').slice(0, MOST_WORDS))
}

function gatherTexts(value: unknown, texts: string[]): void {
  if (typeof value === 'string') texts.push(value)
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) gatherTexts(inner, texts)
}
