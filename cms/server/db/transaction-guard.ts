/**
 * SQLite has one connection. Code inside a transaction that reaches for the
 * database beside it would wait for itself for ever (and on PostgreSQL would
 * silently read outside the transaction), so it is told at once.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { DatabaseConnection, Dialect, Driver } from 'kysely'

const running = new AsyncLocalStorage<{ open: boolean }>()

/** Runs work as the inside of a transaction, until it settles. */
export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  const state = { open: true }
  try {
    return await running.run(state, work)
  } finally {
    // Timers started inside live on; what they do later is outside again.
    state.open = false
  }
}

/** Throws when the caller is inside a transaction already. */
export function refuseInsideTransaction(what: string): void {
  if (running.getStore()?.open === true)
    throw new Error(`${what} inside a transaction; use its repositories`)
}

/** The dialect, refusing a second connection inside a transaction. */
export function guarded(dialect: Dialect): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => guardedDriver(dialect.createDriver()),
  }
}

function guardedDriver(driver: Driver): Driver {
  const acquire = async (): Promise<DatabaseConnection> => {
    refuseInsideTransaction('the database was asked beside a transaction')
    return driver.acquireConnection()
  }
  return {
    init: () => driver.init(),
    acquireConnection: acquire,
    beginTransaction: (connection, settings) =>
      driver.beginTransaction(connection, settings),
    commitTransaction: (connection) => driver.commitTransaction(connection),
    rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
    releaseConnection: (connection) => driver.releaseConnection(connection),
    destroy: () => driver.destroy(),
  }
}
