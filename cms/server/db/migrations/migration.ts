import type { Kysely } from 'kysely'
import type { DialectName } from '../database.js'

/**
 * One step of the schema, run once, in a transaction, on both dialects. A
 * released step is never edited; a change is a new step.
 */
export type Migration = {
  /** 'NNNN-name': the order of the list is the order of the names. */
  name: string
  up(db: Kysely<unknown>, dialect: DialectName): Promise<void>
}
