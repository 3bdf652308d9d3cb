import type { Db } from './database.js'
import { runBeforeCommit } from './on-commit.js'
import {
  insideTransaction,
  refuseInsideTransaction,
} from './transaction-guard.js'

/**
 * Runs work in one transaction and commits when it resolves; whatever it
 * throws rolls everything back. Use only the repositories handed in. Announce
 * to screens and people after it has returned, never inside.
 */
export type InTransaction<Repositories> = <T>(
  work: (repositories: Repositories) => Promise<T>,
) => Promise<T>

/** A unit of work whose repositories are made anew on each transaction. */
export function createUnitOfWork<Repositories>(
  db: Db,
  repositoriesOf: (db: Db) => Repositories,
): InTransaction<Repositories> {
  return async (work) => {
    refuseInsideTransaction('a transaction was begun')
    return db.transaction().execute((transaction) =>
      insideTransaction(async () => {
        const done = await work(repositoriesOf(transaction))
        await runBeforeCommit(transaction)
        return done
      }),
    )
  }
}
