/**
 * What the foundation of the CMS hands to the side that publishes, and what it
 * wants back. Types only: `compose.ts` makes the one and calls the other.
 */
import type { RequestHandler } from 'express'
import type { Server } from 'node:http'
import type { Router } from 'express'
import type { Clock } from '../../shared/kernel/clock.js'
import type { Log } from '../../shared/kernel/log.js'
import type { Config } from './config/config.js'
import type { Secrets } from './config/secrets.js'
import type { Database, Db } from './db/database.js'
import type { InTransaction } from './db/unit-of-work.js'
import type { Route } from './http/accept.js'
import type { Authenticate } from './http/authenticate.js'
import type { CallerOf } from './http/caller.js'
import type { OriginRules } from './http/origin.js'
import type { RecordAct } from './rooms/accounts/actor.js'
import type { ApiTokenRepository } from './rooms/accounts/api-token.repository.js'
import type { Authentication } from './rooms/accounts/authentication.js'
import type { FactorRepository } from './rooms/accounts/factor.repository.js'
import type { GrantRepository } from './rooms/accounts/grant.repository.js'
import type { PersonRepository } from './rooms/accounts/person.repository.js'
import type { SessionRepository } from './rooms/accounts/session.repository.js'
import type { TryRepository } from './rooms/accounts/try.repository.js'
import type { AreaRepository } from './rooms/areas/area.repository.js'
import type { AuditRepository } from './rooms/audit/audit.repository.js'
import type { OpenCheckpoint } from './rooms/audit/checkpoint-seals.js'
import type { CheckpointRepository } from './rooms/audit/checkpoint.repository.js'
import type { FileRepository } from './rooms/media/file.repository.js'
import type { FileStore } from './rooms/media/file-store.js'
import type { ImageWorkshop } from './rooms/media/image-workshop.js'
import type { MediaRepository } from './rooms/media/media.repository.js'
import type { Stop } from './server.js'

export type Readers = {
  people: PersonRepository
  grants: GrantRepository
  sessions: SessionRepository
  factors: FactorRepository
  tries: TryRepository
  tokens: ApiTokenRepository
  areas: AreaRepository
  audit: AuditRepository
  checkpoints: CheckpointRepository
  media: MediaRepository
  files: FileRepository
}

/** As handed out inside a transaction: acts leave their line in it. */
export type Writers = Readers & { recordAct: RecordAct }

/**
 * Use cases take this whole; each names in its `Deps` the few parts it needs.
 * `people` … `files` read outside transactions.
 */
export type Core = Readers & {
  config: Config
  secrets: Secrets
  clock: Clock
  log: Log
  version: string
  database: Database
  writersOf(db: Db): Writers
  inTransaction: InTransaction<Writers>
  store: FileStore
  workshop: ImageWorkshop
  authentication: Authentication
  authenticate: Authenticate
  /** Where a request comes from, and whose pages may send it. */
  callerOf: CallerOf
  origins: OriginRules
  openCheckpoint: OpenCheckpoint
  areaPathOf(areaId: string): Promise<string[]>
  areaNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
}

/** Screens, bulletins, programmes, publishing, notices, jobs and sockets. */
export type PublishingSide = {
  /** GET /api/v1/bundles: programmes for screens without a network. */
  bundles: RequestHandler
  endpoints: readonly ((route: Route) => void)[]
  /** Mounted at /screen/v1 behind the JSON parser. */
  screenLink: readonly Router[]
  /** Mounted at /cap/v1; null: the feed is off. */
  capFeed: Router | null
  /** Asks every CAP address now; how many new messages came. */
  pollCap(): Promise<number>
  /**
   * Joins the web server before it listens. Its stop ends jobs, then says
   * goodbye on every socket without closing the web server.
   */
  start(http: Server): Promise<Stop>
}
