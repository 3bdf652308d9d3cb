/*
 * The stage's line to the core on loopback. States come whole, so a lost line
 * needs no catching up; what the stage has to say waits until the core takes
 * it, because a receipt may hang on it.
 */
import {
  stageStateSchema,
  type StageHeartbeat,
  type StageShown,
  type StageState,
} from '../../shared/contract/stage-link.js'
import { backoffMs, type BackoffPolicy } from '../../shared/kernel/backoff.js'

export type CoreLink = {
  /** Calls back with every state the core sends. Returns the stop. */
  start(onState: (state: StageState) => void): () => void
  /** Said once; a lost heartbeat is told by the next one. */
  heartbeat(heartbeat: StageHeartbeat): void
  /** Kept until the core has it, the oldest dropped beyond `MOST_WAITING`. */
  shown(shown: StageShown): void
}

const RECONNECT: BackoffPolicy = {
  firstMs: 500,
  maxMs: 10_000,
  factor: 2,
  jitter: 0.2,
}
const MOST_WAITING = 200

/** Talks to the page's own origin with the cookie it was opened with. */
export function createCoreLink(): CoreLink {
  const waiting: StageShown[] = []
  let flushing = false

  const flush = async () => {
    if (flushing) return
    flushing = true
    try {
      for (let next = waiting[0]; next; next = waiting[0]) {
        if (!(await post('/stage/shown', next))) return
        waiting.splice(waiting.indexOf(next), 1)
      }
    } finally {
      flushing = false
    }
  }

  return {
    start: (onState) => listen(onState),
    heartbeat(heartbeat) {
      void post('/stage/heartbeat', heartbeat)
      void flush()
    },
    shown(shown) {
      waiting.push(shown)
      if (waiting.length > MOST_WAITING) waiting.shift()
      void flush()
    },
  }
}

/** False when the core could not take it now; what it refuses is not kept. */
async function post(path: string, body: object): Promise<boolean> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      keepalive: true,
    })
    return answer.ok || answer.status === 400
  } catch {
    // The core is away; it will be back, and so will the next heartbeat.
    return false
  }
}

function listen(onState: (state: StageState) => void): () => void {
  let source: EventSource | null = null
  let timer = 0
  let tries = 0
  const open = () => {
    source = new EventSource('/stage/events')
    source.onmessage = (message: MessageEvent<string>) => {
      tries = 0
      const state = readState(message.data)
      if (state) onState(state)
    }
    source.onerror = () => {
      // A dropped line comes back by itself; a refused one has to be reopened.
      if (source?.readyState !== EventSource.CLOSED) return
      timer = window.setTimeout(
        open,
        backoffMs(RECONNECT, tries++, Math.random()),
      )
    }
  }
  open()
  return () => {
    window.clearTimeout(timer)
    source?.close()
  }
}

/** What does not parse is refused and changes nothing on the glass. */
function readState(text: string): StageState | null {
  try {
    const parsed = stageStateSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    // Not JSON: a broken message, the next one is whole again.
    return null
  }
}
