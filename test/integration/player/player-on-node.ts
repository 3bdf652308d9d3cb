/* A real player on Node in a folder of its own, and a stage that only listens. */
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { silentLog } from '../../../shared/kernel/log.js'
import { generateKeyPair } from '../../../shared/seal/keys.js'
import type { StageState } from '../../../shared/contract/stage-link.js'
import { EMPTY_STATE, type Identity } from '../../../player/core/saved-state.js'
import { documentStore } from '../../../player/node/document-store.js'
import {
  identitySchema,
  savedStateSchema,
} from '../../../player/node/saved-state.schema.js'
import {
  runPlayer,
  type RunningPlayer,
  type RunOptions,
} from '../../../player/node/run-player.js'
import { SCREEN, type CmsDouble } from './cms-double.js'

export async function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'bang-tin-player-'))
}

/** Writes the identity a claimed screen would have. */
export async function pairByHand(
  folder: string,
  cms: CmsDouble,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  const identity: Identity = {
    ...(await generateKeyPair()),
    pairing: {
      screenId: SCREEN,
      screenName: 'Nhà văn hoá',
      organisation: 'Tỉnh thử',
      rootKey: cms.root.publicKey,
    },
  }
  cms.screenKey = identity.publicKey
  const log = silentLog
  const kept = documentStore(join(folder, 'identity.json'), {
    schema: identitySchema,
    log,
  })
  await kept.save(identity)
  await kept.save(identity)
  await documentStore(join(folder, 'state.json'), {
    schema: savedStateSchema,
    log,
  }).save({ ...EMPTY_STATE, keyring: cms.keyring })
}

export type TestPlayer = {
  running: RunningPlayer
  states: StageState[]
  /** The newest state. */
  state(): StageState
  /** Resolves with the first state, now or later, for which it holds. */
  until(holds: (state: StageState) => boolean): Promise<StageState>
  fetch(path: string, init?: RequestInit): Promise<Response>
  post(path: string, body: unknown): Promise<Response>
  stop(): Promise<void>
}

export async function startTestPlayer(
  folder: string,
  cmsUrl: string | null,
  more: Partial<RunOptions> = {},
): Promise<TestPlayer> {
  const pageFolder = join(folder, 'page')
  await mkdir(pageFolder, { recursive: true })
  await writeFile(join(pageFolder, 'index.html'), '<!doctype html>stage')
  const outcome = await runPlayer({
    cmsUrl,
    port: 0,
    dataFolder: folder,
    pageFolder,
    version: '0.0.0',
    log: silentLog,
    reserveBytes: 0,
    ...more,
  })
  if (!outcome.ok) throw new Error(outcome.reason)
  const { running } = outcome
  const { origin, searchParams } = new URL(running.url)
  const port = new URL(running.url).port
  const cookie = `bangtin_stage_${port}=${searchParams.get('token')}`
  const get = (path: string, init: RequestInit = {}) =>
    fetch(origin + path, { ...init, headers: { cookie, ...init.headers } })
  const stream = await listen(await get('/stage/events'))
  await stream.until(() => true)
  return {
    running,
    states: stream.states,
    state: () => stream.states.at(-1) as StageState,
    until: stream.until,
    fetch: get,
    post: (path, body) =>
      get(path, { method: 'POST', body: JSON.stringify(body) }),
    async stop() {
      stream.close()
      await running.stop()
    },
  }
}

async function listen(response: Response) {
  const states: StageState[] = []
  const waiting = new Set<() => void>()
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const read = async () => {
    let text = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      text += Buffer.from(value).toString('utf8')
      const parts = text.split('\n\n')
      text = parts.pop() ?? ''
      for (const part of parts)
        if (part.startsWith('data: '))
          states.push(JSON.parse(part.slice(6)) as StageState)
      for (const look of waiting) look()
    }
  }
  read().catch(() => {})
  return {
    states,
    close: () => void reader.cancel().catch(() => {}),
    until: (holds: (state: StageState) => boolean) =>
      new Promise<StageState>((resolve) => {
        const look = () => {
          const newest = states.at(-1)
          if (!newest || !holds(newest)) return
          waiting.delete(look)
          resolve(newest)
        }
        waiting.add(look)
        look()
      }),
  }
}

export const playing = (number: number) => (state: StageState) =>
  state.mode.kind === 'playing' && state.mode.manifest.number === number

export const withNotice = (id: string) => (state: StageState) =>
  state.mode.kind === 'playing' &&
  state.mode.manifest.notices.some((notice) => notice.id === id)

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}
