// Keeps what an author types. Every change goes to this browser's storage at
// once and to the server a moment later; a lost connection, a closed tab or a
// colleague's save never costs a word.
//
// new → dirty → saving → saved; saving → offline (tries again by itself),
// → conflict (a person decides), → refused (the server said why).
import type {
  BulletinView,
  RevisionInput,
} from '../../../../shared/contract/api/bulletins.js'
import { backoffMs } from '../../../../shared/kernel/backoff.js'
import { ConnectionLost, isProblem } from '../../api/problem.js'
import { setAside } from '../../ui/set-aside.js'

export type DraftStatus =
  'new' | 'dirty' | 'saving' | 'saved' | 'offline' | 'conflict' | 'refused'

export type DraftState = {
  /** null until the server has it. */
  id: string | null
  version: number
  revision: RevisionInput
  status: DraftStatus
  /** Milliseconds; when the server last confirmed it. */
  savedAt: number | null
  error: unknown
  /** True when words of an earlier visit came back from this browser. */
  restored: boolean
  /** What both had when this writing began; null when nobody knows. */
  base: RevisionInput | null
  /** In a conflict: what the colleague saved; null while it is read. */
  theirs: BulletinView | null
  /** Rises when the words were replaced from outside the form. */
  epoch: number
}

export type DraftDeps = {
  create(revision: RevisionInput): Promise<BulletinView>
  save(
    id: string,
    revision: RevisionInput,
    expectedVersion: number,
  ): Promise<BulletinView>
  read(id: string): Promise<BulletinView>
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  now(): number
  /** Runs `job` later; returns how to forget it. */
  later(job: () => void, ms: number): () => void
}

export type DraftStart = {
  id: string | null
  version: number
  revision: RevisionInput
}

export type DraftKeeper = {
  state(): DraftState
  subscribe(listener: () => void): () => void
  change(patch: Partial<RevisionInput>): void
  /** Saves now; resolves when the server has it or the try has failed. */
  flush(): Promise<DraftState>
  /** In a conflict: reads the colleague's words; once more when it failed. */
  readTheirs(): Promise<void>
  /** After a conflict: saves what came of choosing. Mine are set aside. */
  settle(merged: RevisionInput): Promise<void>
  /**
   * Somebody's newer version is known. Taken at once when nothing here waits
   * to be saved; true when it was.
   */
  meet(view: BulletinView): boolean
  stop(): void
}

const REST_MS = 800
const RETRY = { firstMs: 2_000, maxMs: 30_000, factor: 2, jitter: 0.2 }

/** The name under which this browser keeps an unsaved draft. */
export function storageKey(id: string | null, templateId: string): string {
  return `bangtin.draft.${id ?? `new-${templateId}`}`
}

type Kept = {
  version: number
  revision: RevisionInput
  base: RevisionInput | null
}

function readKept(deps: DraftDeps, key: string): Kept | null {
  const text = deps.storage.getItem(key)
  if (text === null) return null
  try {
    const kept = JSON.parse(text) as Partial<Kept>
    return typeof kept.version === 'number' && kept.revision
      ? {
          version: kept.version,
          revision: kept.revision,
          base: kept.base ?? null,
        }
      : null
  } catch {
    // Not ours, or cut short when the tab died: nothing to bring back.
    return null
  }
}

/** Starts from what the server has; unsaved words of this browser come first. */
export function createDraftKeeper(
  deps: DraftDeps,
  start: DraftStart,
): DraftKeeper {
  const templateId = start.revision.templateId
  let key = storageKey(start.id, templateId)
  const kept = readKept(deps, key)
  let state: DraftState = {
    ...start,
    base: start.id === null ? null : start.revision,
    ...kept,
    status: kept ? 'dirty' : start.id === null ? 'new' : 'saved',
    savedAt: null,
    error: null,
    restored: kept !== null,
    theirs: null,
    epoch: 0,
  }
  const listeners = new Set<() => void>()
  let forget: () => void = () => undefined
  let running: Promise<void> | null = null
  let failures = 0
  let stopped = false

  const enter = (patch: Partial<DraftState>): void => {
    state = { ...state, ...patch }
    for (const listener of listeners) listener()
  }
  const keep = (): void => {
    const { version, revision, base } = state
    try {
      deps.storage.setItem(key, JSON.stringify({ version, revision, base }))
    } catch {
      // Storage full or forbidden: the server still gets it.
    }
  }
  const plan = (ms: number): void => {
    forget()
    if (!stopped) forget = deps.later(() => void run(), ms)
  }
  const accept = (view: BulletinView, sent: RevisionInput): void => {
    failures = 0
    deps.storage.removeItem(key)
    key = storageKey(view.id, templateId)
    const unchanged = state.revision === sent
    enter({
      id: view.id,
      version: view.version,
      status: unchanged ? 'saved' : 'dirty',
      savedAt: deps.now(),
      error: null,
      base: sent,
      theirs: null,
    })
    if (!unchanged) {
      keep()
      plan(REST_MS)
    }
  }
  const refuse = (error: unknown): void => {
    if (isConflict(error)) {
      enter({ status: 'conflict', error, theirs: null })
      void readTheirs()
      return
    }
    if (error instanceof ConnectionLost) {
      enter({ status: 'offline', error })
      plan(backoffMs(RETRY, failures, 0.5))
      failures += 1
      return
    }
    enter({ status: 'refused', error })
  }
  const readTheirs = async (): Promise<void> => {
    if (state.id === null) return
    try {
      const theirs = await deps.read(state.id)
      if (state.status === 'conflict') enter({ theirs })
    } catch (error) {
      if (state.status === 'conflict') enter({ error })
    }
  }
  const save = async (): Promise<void> => {
    const { id, version, revision } = state
    enter({ status: 'saving' })
    try {
      const view =
        id === null
          ? await deps.create(revision)
          : await deps.save(id, revision, version)
      accept(view, revision)
    } catch (error) {
      refuse(error)
    }
  }
  /** One save at a time; the next sees what the last one answered. */
  const run = (): Promise<void> => {
    forget()
    if (running) return running
    if (state.status === 'saved' || state.status === 'new') {
      return Promise.resolve()
    }
    if (state.status === 'conflict') return Promise.resolve()
    running = save().finally(() => {
      running = null
    })
    return running
  }
  if (kept) plan(REST_MS)

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change(patch) {
      const blocked = state.status === 'conflict' || state.status === 'saving'
      enter({
        revision: { ...state.revision, ...patch },
        ...(!blocked && { status: 'dirty' as const }),
      })
      keep()
      if (!blocked) plan(REST_MS)
    },
    async flush() {
      await run()
      // Typed while that save was on its way.
      if (state.status === 'dirty') await run()
      return state
    },
    readTheirs,
    async settle(merged) {
      const { id, theirs, revision } = state
      if (id === null || theirs === null) return
      setAside(deps.storage, id, { at: deps.now(), revision })
      enter({
        revision: merged,
        version: theirs.version,
        base: theirs.revision,
        theirs: null,
        status: 'dirty',
        error: null,
        epoch: state.epoch + 1,
      })
      keep()
      await run()
    },
    meet(view) {
      if (state.status !== 'saved' || view.id !== state.id) return false
      if (view.version <= state.version || !view.may.edit) return false
      const { version, revision } = view
      const epoch = state.epoch + 1
      enter({ version, revision, base: revision, epoch })
      return true
    },
    stop() {
      stopped = true
      forget()
      listeners.clear()
    },
  }
}

/** 412 where the version was sent as If-Match, else 409. */
function isConflict(error: unknown): boolean {
  return (
    isProblem(error, 'request.precondition_failed') ||
    isProblem(error, 'bulletin.conflict')
  )
}
