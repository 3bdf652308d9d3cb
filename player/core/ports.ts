/*
 * What the player core needs of its host. The core knows no operating system,
 * no browser and no package, so that Node, Electron or a browser alone can
 * host it. Expected failures are values here; a throw is a fault of ours.
 */
import type { Clock } from '../../shared/kernel/clock.js'
import type { Log } from '../../shared/kernel/log.js'
import type { ErrorCode } from '../../shared/contract/errors.js'
import type {
  NetTrouble,
  PairingRequest,
  Report,
} from '../../shared/contract/screen-link.js'
import type { StageState } from '../../shared/contract/stage-link.js'
import type { Identity, Journal, SavedState } from './saved-state.js'

/** `offline`: no answer came. `refused`: the CMS said no. `malformed`: not our protocol. */
export type NetFailure = 'offline' | 'refused' | 'malformed'

export type Refused = {
  ok: false
  reason: NetFailure
  /** The CMS's own word, when it gave one. */
  code?: ErrorCode
  /** Why no answer of the CMS came. */
  trouble?: NetTrouble
  detail: string
}

export type Answer<T> = { ok: true; value: T } | Refused

export type FileStream = {
  /** Where the bytes begin; 0 when the other side ignored the range. */
  fromByte: number
  chunks: AsyncIterable<Uint8Array>
}

export type ManifestBody =
  { same: true } | { same: false; etag: string | null; body: unknown }

/** What arrives on an open link. Payloads are not yet parsed. */
export type LinkListener = {
  up(): void
  /** Called once; the link is over. `code`: why the CMS refused it. */
  down(why: { code?: string; detail: string }): void
  heard(
    event: 'release' | 'notice' | 'recall' | 'goodbye',
    payload: unknown,
  ): void
}

/**
 * `taken`: the CMS has it. `refused`: it will never take it as it is.
 * `unsent`: try again later.
 */
export type Reported = 'taken' | 'refused' | 'unsent'

/** One try at one connection. */
export type Link = {
  /** Never rejects. */
  report(report: Report): Promise<Reported>
  close(): void
}

/** The way to the CMS. Bodies are unparsed: the core checks the contract. */
export type Transport = {
  getTime(nonce: string): Promise<Answer<unknown>>
  offerPairing(request: PairingRequest): Promise<Answer<unknown>>
  askPairing(pairingId: string, assertion: string): Promise<Answer<unknown>>
  /** 304 answers `same`. */
  getManifest(
    assertion: string,
    etag: string | null,
  ): Promise<Answer<ManifestBody>>
  getKeyring(assertion: string): Promise<Answer<unknown>>
  getFile(
    assertion: string,
    sha256: string,
    from: { byte: number; signal: AbortSignal },
  ): Promise<Answer<FileStream>>
  sendReport(assertion: string, report: Report): Promise<Reported>
  openLink(assertion: string, listener: LinkListener): Link
}

export type StoreFailure = 'hash_mismatch' | 'disk_full' | 'read_only' | 'io'
export type Stored =
  { ok: true } | { ok: false; reason: StoreFailure; detail: string }

/** A file that is still arriving; what came before a break is kept. */
export type Part = {
  sizeBytes(): number
  write(chunk: Uint8Array): Promise<Stored>
  /** Throws away what is there and begins at byte 0. */
  restart(): Promise<void>
  /** Checks the whole hash, makes it durable, gives it its name. */
  commit(): Promise<Stored>
  /** Lets go of it; the bytes stay for the next try. */
  close(): Promise<void>
}

/** Files named by their sha256. A name is given only to verified bytes. */
export type ContentStore = {
  /** With a size, a file of another length does not count as there. */
  has(sha256: string, sizeBytes?: number): Promise<boolean>
  list(): Promise<string[]>
  put(sha256: string, bytes: Uint8Array): Promise<Stored>
  /**
   * The bytes, hashed again; damaged ones are removed and answer null. Files
   * longer than `mostBytes` answer null and are left alone.
   */
  read(sha256: string, mostBytes?: number): Promise<Uint8Array | null>
  /**
   * Hashes the file where it is, without holding it in memory. False: it is
   * not there or was damaged, and is gone now.
   */
  verify(sha256: string): Promise<boolean>
  openPart(sha256: string): Promise<Part>
  remove(sha256: string): Promise<void>
  /** Forgets half files that are not in `wanted`. */
  dropParts(wanted: ReadonlySet<string>): Promise<void>
  freeBytes(): Promise<number>
}

/** A small document that survives a power cut at any instant. */
export type DocumentStore<T> = {
  /**
   * Null when there is none, or none that is whole. Rejects when a dear one
   * may be there and cannot be read.
   */
  load(): Promise<T | null>
  /** Resolves once it is durable. */
  save(value: T): Promise<Stored>
}

/** Where the glass is. Shows the whole state each time. */
export type StagePort = { show(state: StageState): void }

/** The display itself; a host that cannot reach it does nothing. */
export type DisplayPort = { light(on: boolean): void }

/** Runs something later; the answer forgets it. */
export type Timers = { after(ms: number, run: () => void): () => void }

export type Randomness = {
  /** 0 inclusive to 1 exclusive. */
  unit(): number
  /** A fresh id of the contract's shape. */
  id(): string
}

/** What the box is, for the pairing card and the status. */
export type Machine = {
  version: string
  platform: string
  host: string
  memoryBytes(): number
  uptimeSeconds(): number
  /** Its own addresses in the networks it is in. */
  addresses(): string[]
}

export type Stores = {
  identity: DocumentStore<Identity>
  state: DocumentStore<SavedState>
  journal: DocumentStore<Journal>
  files: ContentStore
}

/** Everything a player needs of the place it runs in. */
export type Host = {
  stores: Stores
  transport: Transport
  stage: StagePort
  display: DisplayPort
  timers: Timers
  random: Randomness
  /** The box's own clock; the core corrects it. */
  machineClock: Clock
  /** Milliseconds since some start; nobody can set it. */
  steadyClock: Clock
  /** Whether the system says that its own clock is synchronised. */
  timeSynced(): boolean
  machine: Machine
  log: Log
  /** Address of the CMS, without a slash at the end; null: not known yet. */
  cmsUrl: string | null
  /** Most that downloads may take of the line by day; none: no limit. */
  bytesPerSecond?: number
  /** Bytes of disk left free whatever happens. */
  reserveBytes?: number
}
