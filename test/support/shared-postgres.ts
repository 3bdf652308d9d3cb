/**
 * Required by a whole run: one PostgreSQL for every process of it. Without
 * this each of mocha's processes would have to start a server of its own.
 */
import { startPostgres, type PostgresServer } from './postgres-server.js'

let server: PostgresServer | null = null

/** Mocha calls this once, in its main process, before the first file. */
export async function mochaGlobalSetup(): Promise<void> {
  server = await startPostgres()
  process.env['BANGTIN_TEST_POSTGRES'] = server.url
}

/** Mocha calls this once, after the last file. */
export async function mochaGlobalTeardown(): Promise<void> {
  await server?.stop()
}
