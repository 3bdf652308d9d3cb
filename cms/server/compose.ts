/**
 * The only place that constructs: opens what the CMS stands on, gives every
 * use case its parts, and knows the order of starting and stopping.
 */
import { join } from 'node:path'
import { systemClock, type Clock } from '../../shared/kernel/clock.js'
import type { Log } from '../../shared/kernel/log.js'
import { composeApi } from './compose-api.js'
import { composePublishing } from './compose-publishing.js'
import type { Config } from './config/config.js'
import { loadSecrets } from './config/secrets.js'
import { readVersion } from './config/version.js'
import type { Core, PublishingSide, Readers, Writers } from './core.js'
import { lockDataFolder } from './db/folder-lock.js'
import { openDatabase, type Database, type Db } from './db/database.js'
import { migrate } from './db/migrate.js'
import { createUnitOfWork } from './db/unit-of-work.js'
import { createApp } from './http/app.js'
import { createAuthenticate } from './http/authenticate.js'
import { createCallerOf } from './http/caller.js'
import { LIMITS, type Limits } from './http/rate-limit.js'
import { accountRoutes } from './http/routes/accounts.js'
import { fileRoute } from './http/routes/files.js'
import { healthRouter } from './http/routes/health.js'
import { ownAccountRoutes } from './http/routes/own-account.js'
import { peopleRoutes } from './http/routes/people.js'
import { signInRouter } from './http/routes/sign-in.js'
import { apiTokenRepository } from './rooms/accounts/api-token.repository.js'
import { createAuthentication } from './rooms/accounts/authentication.js'
import { factorRepository } from './rooms/accounts/factor.repository.js'
import { grantRepository } from './rooms/accounts/grant.repository.js'
import { personRepository } from './rooms/accounts/person.repository.js'
import { sessionRepository } from './rooms/accounts/session.repository.js'
import { tryRepository } from './rooms/accounts/try.repository.js'
import { areaPathOf } from './rooms/areas/area-path.js'
import { areaRepository } from './rooms/areas/area.repository.js'
import { auditRepository } from './rooms/audit/audit.repository.js'
import { createOpenCheckpoint } from './rooms/audit/checkpoint-seals.js'
import { checkpointRepository } from './rooms/audit/checkpoint.repository.js'
import { recordAct } from './rooms/audit/record-act.js'
import { openFileStore } from './rooms/media/file-store.js'
import { fileRepository } from './rooms/media/file.repository.js'
import { createImageWorkshop } from './rooms/media/image-workshop.js'
import { mediaRepository } from './rooms/media/media.repository.js'
import { keyringRepository } from './rooms/publishing/keyring.repository.js'
import { createServer, type Stop, type WebServer } from './server.js'

export type Cms = {
  /** Parts for use cases called from inside the process, such as the seed. */
  core: Core
  publishing: PublishingSide
  /** Listens and resolves to the address. */
  start(): Promise<string>
  /** Takes no more, finishes what runs, closes what is open. Safe to repeat. */
  stop(): Promise<void>
}

export type ComposeOptions = {
  config: Config
  log: Log
  clock?: Clock
  limits?: Limits
  /** Answers are read by the contract too: in tests and development. */
  checkAnswers?: boolean
  /** Where the built console lies. */
  consoleFolder?: string
  /** How long a stop waits for running requests, ms. */
  forceMs?: number
}

/** Everything, opened and joined; nothing listens yet. */
export async function compose(options: ComposeOptions): Promise<Cms> {
  const core = await openCore(options)
  try {
    const publishing = await composePublishing(core)
    return assemble(core, publishing, options)
  } catch (error) {
    await core.database.close()
    throw error
  }
}

async function openCore(options: ComposeOptions): Promise<Core> {
  const { config, log } = options
  const clock = options.clock ?? systemClock
  const database = await openAlone(options)
  try {
    const ran = await migrate(database)
    if (ran.length > 0) log.info({ ran }, 'database brought up to date')
    const secrets = await loadSecrets(config.dataFolder)
    const store = await openFileStore({
      folder: join(config.dataFolder, 'files'),
      clock,
      log: log.child({ room: 'media' }),
      shared: database.dialect === 'postgres',
    })
    const callerOf = createCallerOf(config.trustProxy)
    const { publicUrl, corsOrigins } = config
    const writersOf = writers(clock)
    const reading = readers(database.db)
    const authentication = createAuthentication({
      database,
      secret: secrets.sessionSecret,
      publicUrl: config.publicUrl,
      log: log.child({ room: 'accounts' }),
    })
    return {
      ...reading,
      config,
      secrets,
      clock,
      log,
      version: readVersion(),
      database,
      writersOf,
      inTransaction: createUnitOfWork(database.db, writersOf),
      store,
      workshop: createImageWorkshop(),
      authentication,
      authenticate: createAuthenticate({
        authentication,
        people: reading.people,
        tokens: reading.tokens,
        factors: reading.factors,
        areaPathOf: (areaId) => areaPathOf(reading, areaId),
        clock,
        adminToken: secrets.adminToken,
        relaxed: config.demo,
        callerOf,
      }),
      callerOf,
      origins: { publicUrl, corsOrigins, callerOf },
      openCheckpoint: createOpenCheckpoint({
        rootKey: secrets.rootKey,
        listKeyrings: keyringRepository(database.db).listSealed,
      }),
      areaPathOf: (areaId) => areaPathOf(reading, areaId),
      areaNames: (ids) => reading.areas.names(ids),
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** The database, and with SQLite the data folder to ourselves. */
async function openAlone({ config, log }: ComposeOptions): Promise<Database> {
  const unlock =
    config.databaseUrl === null ? lockDataFolder(config.dataFolder) : null
  try {
    const database = await openDatabase(config, log.child({ room: 'db' }))
    const close = async () => {
      await database.close()
      unlock?.()
    }
    return { ...database, close }
  } catch (error) {
    unlock?.()
    throw error
  }
}

function readers(db: Db): Readers {
  return {
    people: personRepository(db),
    grants: grantRepository(db),
    sessions: sessionRepository(db),
    factors: factorRepository(db),
    tries: tryRepository(db),
    tokens: apiTokenRepository(db),
    areas: areaRepository(db),
    audit: auditRepository(db),
    checkpoints: checkpointRepository(db),
    media: mediaRepository(db),
    files: fileRepository(db),
  }
}

function writers(clock: Clock): (db: Db) => Writers {
  return (db) => {
    const reading = readers(db)
    return {
      ...reading,
      recordAct: (actor, line) =>
        recordAct({ audit: reading.audit, clock }, actor, line),
    }
  }
}

function assemble(
  core: Core,
  publishing: PublishingSide,
  options: ComposeOptions,
): Cms {
  const web = webServer(core, publishing, options)
  let stopPublishing: Stop | null = null
  let stopping: Promise<void> | null = null

  const stop = async () => {
    // Order matters: no new request, then sockets and jobs, then what still
    // runs is waited for, and only then the database goes.
    const drained = web.stop()
    await stopPublishing?.()
    await drained
    await core.database.close()
    core.log.info({}, 'cms stopped')
  }
  return {
    core,
    publishing,
    async start() {
      stopPublishing = await publishing.start(web.http)
      const url = await web.start()
      core.log.info({ url, version: core.version }, 'cms started')
      return url
    },
    stop: () => (stopping ??= stop()),
  }
}

function webServer(
  core: Core,
  publishing: PublishingSide,
  options: ComposeOptions,
): WebServer {
  const { config, clock } = core
  const limits = options.limits ?? LIMITS
  const { publicUrl, demo: relaxed } = config
  const deps = { ...core, limits, publicUrl, relaxed }
  const api = composeApi(core, limits)
  const app = createApp({
    log: core.log.child({ room: 'http' }),
    clock,
    version: core.version,
    publicUrl: config.publicUrl,
    origins: core.origins,
    limits,
    rates: api.rates,
    acceptance: {
      ...api.acceptance,
      checkAnswers: options.checkAnswers ?? false,
    },
    consoleFolder: options.consoleFolder ?? join(process.cwd(), 'dist/console'),
    health: healthRouter({
      version: core.version,
      clock,
      startedAt: clock.now(),
      ping: core.database.ping,
      isAccepting: () => web.isAccepting(),
    }),
    auth: signInRouter(deps),
    files: fileRoute(core),
    bundles: publishing.bundles,
    endpoints: [
      (route) => accountRoutes(route, deps),
      (route) => ownAccountRoutes(route, deps),
      (route) => peopleRoutes(route, deps),
      ...api.endpoints,
      ...publishing.endpoints,
    ],
    screenLink: publishing.screenLink,
    capFeed: publishing.capFeed,
  })
  const web: WebServer = createServer(app, {
    host: config.host,
    port: config.port,
    publicUrl: config.publicUrl,
    ...(options.forceMs === undefined ? {} : { forceMs: options.forceMs }),
  })
  web.http.once('listening', () => {
    web.http.once('close', api.rates.start())
  })
  return web
}
