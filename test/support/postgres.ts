/**
 * Databases for tests. A whole run has one server (shared-postgres.ts); a
 * file run alone starts its own when first asked, and stops it at its end.
 */
import pg from 'pg'
import { startPostgres, type PostgresServer } from './postgres-server.js'

let own: Promise<PostgresServer> | null = null
let made = 0

/** URL of a new empty database. */
export async function freshPostgresUrl(): Promise<string> {
  const url = process.env['BANGTIN_TEST_POSTGRES'] ?? (await ownServer()).url
  made += 1
  const name = `bangtin_${process.pid}_${made}`
  const client = new pg.Client({ connectionString: `${url}/postgres` })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return `${url}/${name}`
}

function ownServer(): Promise<PostgresServer> {
  own ??= startPostgres()
  return own
}

after(async function () {
  if (own === null) return
  this.timeout(20_000)
  await (await own).stop()
  own = null
})
