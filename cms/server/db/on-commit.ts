/**
 * Something that has to stand or fall with an act, whichever transaction the
 * act turns out to use: an Idempotency-Key is marked done in the very
 * transaction that does what was asked.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Db } from './database.js'

type BeforeCommit = (db: Db) => Promise<void>

const asked = new AsyncLocalStorage<BeforeCommit>()

/** Runs work; each transaction it makes ends with `beforeCommit`. */
export function withBeforeCommit<T>(
  beforeCommit: BeforeCommit,
  work: () => Promise<T>,
): Promise<T> {
  return asked.run(beforeCommit, work)
}

/** Called by the unit of work as the last thing inside a transaction. */
export async function runBeforeCommit(db: Db): Promise<void> {
  await asked.getStore()?.(db)
}
