/*
 * A stage without pixels: it takes every state the core tells, plays it by the
 * same pure function as the real one, reads the files it would mount, and
 * holds each against what the CMS ever sealed.
 */
import { createHash } from 'node:crypto'
import {
  stageStateSchema,
  type StageState,
} from '../../shared/contract/stage-link.js'
import { canonicalJson } from '../../shared/kernel/canonical-json.js'
import { filesNeeded } from '../../shared/programme/manifest-files.js'
import { onGlassAt } from '../../player/stage/on-glass.js'
import type { TortureCms } from './torture-cms.js'

export type Glass = {
  /** Null: right. Else what is not as it should be, yet. */
  whyNot(cms: TortureCms, clockJumpMs: number): Promise<string | null>
  close(): void
}

type Watch = {
  cms: TortureCms
  hasPlayed(): boolean
  violated(what: string): void
}

const AHEAD_MS = [0, 7000, 61_000, 3_600_000]
const CLOCK_MAY_DIFFER_MS = 1500

/** Opens the page's line to the core and checks whatever comes over it. */
export function watchGlass(url: string, watch: Watch): Glass {
  const { origin, port, searchParams } = new URL(url)
  const headers = {
    cookie: `bangtin_stage_${port}=${searchParams.get('token')}`,
  }
  const closing = new AbortController()
  let newest: StageState | null = null
  const read = async () => {
    const { signal } = closing
    const answer = await fetch(`${origin}/stage/events`, { headers, signal })
    let text = ''
    for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
      text += Buffer.from(chunk).toString('utf8')
      const parts = text.split('\n\n')
      text = parts.pop() ?? ''
      for (const part of parts) {
        if (!part.startsWith('data: ')) continue
        newest = stageStateSchema.parse(JSON.parse(part.slice(6)))
        checkState(newest, watch)
      }
    }
  }
  // Killed players close the line; that is what this run is for.
  read().catch((error: unknown) => {
    if (String(error).includes('Zod')) watch.violated(`state: ${String(error)}`)
  })

  return {
    close: () => closing.abort(),
    async whyNot(cms, clockJumpMs) {
      if (!newest) return 'the core says nothing'
      if (newest.mode.kind !== 'playing') return newest.mode.kind
      const { manifest } = newest.mode
      const truth = cms.truth()
      if (manifest.number !== truth.number)
        return `plays ${manifest.number}, newest is ${truth.number}`
      const now = Date.now()
      const shownNow = now + clockJumpMs + newest.clockOffsetMs
      if (Math.abs(shownNow - now) > CLOCK_MAY_DIFFER_MS)
        return `clock is off by ${shownNow - now} ms`
      for (const ahead of AHEAD_MS) {
        const is = onGlassAt(manifest, now + ahead).key
        const should = onGlassAt(truth, now + ahead).key
        if (is !== should) return `in ${ahead} ms: ${is}, not ${should}`
      }
      for (const file of filesNeeded(manifest)) {
        const answer = await fetch(`${origin}/files/${file.sha256}`, {
          headers,
        }).catch(() => null)
        if (!answer?.ok) return `file ${file.sha256.slice(0, 8)} is not there`
        const bytes = Buffer.from(await answer.arrayBuffer())
        if (hashOf(bytes) !== file.sha256) {
          watch.violated(`file ${file.sha256.slice(0, 8)} was served damaged`)
          return 'a damaged file'
        }
      }
      return null
    },
  }
}

/** At every instant: only what was sealed for this screen, and never nothing. */
function checkState(state: StageState, watch: Watch): void {
  const { cms } = watch
  if (state.mode.kind !== 'playing') {
    if (watch.hasPlayed()) watch.violated(`the glass says ${state.mode.kind}`)
    return
  }
  const { manifest } = state.mode
  const sealed = cms.sealed.get(manifest.number)
  if (!sealed) return watch.violated(`manifest ${manifest.number} was forged`)
  const timed = state.clock !== 'wrong'
  for (const item of manifest.items)
    if (!sealed.items.some((known) => isSame(known, item)))
      watch.violated(`item ${item.id} of ${manifest.number} was never sealed`)
  if (timed && manifest.items.length !== sealed.items.length)
    watch.violated(`items of ${manifest.number} are missing`)
  for (const notice of manifest.notices) {
    const known = cms.notices.get(notice.id)
    if (!known || !isSame(known, notice))
      watch.violated(`notice ${notice.id} was never sealed`)
    if (!timed) watch.violated('a notice is shown by a wrong clock')
  }
  for (const recall of manifest.recalls)
    if (!cms.recalls.some((known) => isSame(known, recall)))
      watch.violated(`recall ${recall.id} was never sealed`)
  if (!isSame(sealed.furniture, manifest.furniture))
    watch.violated('furniture was never sealed')
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b)
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
