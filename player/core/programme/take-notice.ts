/*
 * The shortest way in the house: from the socket to the glass. Checked, held
 * in memory, shown; then made durable; only then `received` is said.
 */
import type { Clock } from '../../../shared/kernel/clock.js'
import type { Log } from '../../../shared/kernel/log.js'
import type { Keyring } from '../../../shared/contract/keyring.js'
import type { Notice } from '../../../shared/contract/notice.js'
import type { Refusal } from '../../../shared/contract/receipt.js'
import {
  noticePushSchema,
  type NoticePush,
} from '../../../shared/contract/screen-link.js'
import { sha256Hex } from '../../../shared/seal/hash.js'
import { openNotice, type Opened } from '../../../shared/seal/open.js'
import type { ContentStore, Stored } from '../ports.js'
import type { Keeper } from '../keep-document.js'
import type { SavedState } from '../saved-state.js'
import { highestVersion, sayAgain, sayWord, wordOf } from './notice-words.js'
import type { WordDeps } from './notice-words.js'
import { isRecalled, type Programme } from './programme.js'

export type TakeDeps = WordDeps & {
  programme: Programme
  state: Keeper<SavedState>
  files: Pick<ContentStore, 'has' | 'put'>
  /** Seen by the stage at once, before any disk. */
  hold(sha256: string, bytes: Uint8Array): void
  release(sha256: string): void
  /** Fetches a newer keyring; null when there is none to be had. */
  freshKeyring(): Promise<Keyring | null>
  /** Fetches one file that did not come along. */
  fetch(file: { sha256: string; sizeBytes: number }): Promise<boolean>
  refuse(
    what: 'notice' | 'recall' | 'file',
    reason: Refusal,
    detail: string,
  ): void
  clock: Clock
  log: Log
}

type Inline = Map<string, Uint8Array>

/** Takes a pushed notice, or refuses it aloud. Never throws for bad input. */
export async function takeNotice(
  deps: TakeDeps,
  payload: unknown,
): Promise<void> {
  const push = noticePushSchema.safeParse(payload)
  if (!push.success)
    return deps.refuse('notice', 'malformed', 'the push is not of our protocol')
  const opened = await openTrusted(deps, push.data.sealed)
  if (!opened.ok) return deps.refuse('notice', opened.reason, opened.detail)
  const notice = opened.value

  const stale = whyNot(deps, notice)
  if (stale)
    return deps.refuse('notice', stale, `${notice.id} v${notice.version}`)
  if (isHeld(deps, notice)) return sayAgain(deps, notice)

  const inline = await checkFiles(deps, notice, push.data)
  if (!inline) return
  await fetchKit(deps, push.data)
  await show(deps, notice, push.data.sealed, inline)
}

async function openTrusted(
  deps: TakeDeps,
  sealed: string,
): Promise<Opened<Notice>> {
  const keyring = deps.programme.parts().keyring
  const opts = { screenId: deps.screenId, now: deps.clock.now() }
  const opened = keyring
    ? await openNotice(sealed, { ...opts, keyring })
    : ({ ok: false, reason: 'unknown_key', detail: 'no keyring yet' } as const)
  if (opened.ok || opened.reason !== 'unknown_key') return opened
  const fresh = await deps.freshKeyring()
  return fresh ? openNotice(sealed, { ...opts, keyring: fresh }) : opened
}

function whyNot(deps: TakeDeps, notice: Notice): Refusal | null {
  const parts = deps.programme.parts()
  const recalls = [
    ...(parts.current?.recalls ?? []),
    ...(parts.pending?.recalls ?? []),
    ...parts.recalls.map(({ recall }) => recall),
  ]
  if (isRecalled(recalls, notice)) return 'recalled'
  const highest = highestVersion(deps.state.get().noticeWords, notice.id)
  return notice.version < highest ? 'older' : null
}

/** The same version again: the CMS has not heard our word yet. */
function isHeld(deps: TakeDeps, notice: Notice): boolean {
  if (wordOf(deps.state.get().noticeWords, notice)?.received) return true
  return deps.programme
    .parts()
    .notices.some(
      (held) =>
        held.notice.id === notice.id && held.notice.version === notice.version,
    )
}

/** The slides that came along, by hash; null when it cannot be shown. */
async function checkFiles(
  deps: TakeDeps,
  notice: Notice,
  push: NoticePush,
): Promise<Inline | null> {
  const inline: Inline = new Map()
  for (const slide of notice.slides) {
    const file = push.files.find((f) => f.sha256 === slide.sha256)
    if (file) {
      const bytes = fromBase64(file.base64)
      if (bytes && (await sha256Hex(bytes)) === slide.sha256) {
        inline.set(slide.sha256, bytes)
        continue
      }
      deps.refuse('file', 'hash_mismatch', slide.sha256)
      await fail(deps, notice, 'hash_mismatch')
      return null
    }
    if (await deps.files.has(slide.sha256, slide.sizeBytes)) continue
    if (await deps.fetch(slide)) continue
    deps.refuse('notice', 'missing_file', slide.sha256)
    await fail(deps, notice, 'missing_file')
    return null
  }
  return inline
}

/**
 * What the slides refer to and this screen does not hold yet. Without it the
 * stage would refuse to paint; with the line down it tries and says so.
 */
async function fetchKit(deps: TakeDeps, push: NoticePush): Promise<void> {
  await Promise.all(
    (push.kit ?? []).map(async (file) => {
      if (await deps.files.has(file.sha256, file.sizeBytes)) return
      if (await deps.fetch(file)) return
      deps.refuse('file', 'missing_file', file.sha256)
    }),
  )
}

async function show(
  deps: TakeDeps,
  notice: Notice,
  sealedText: string,
  inline: Inline,
): Promise<void> {
  // Said only once it is durable, but true from now on.
  const receivedAt = deps.clock.now()
  const sealedBytes = new TextEncoder().encode(sealedText)
  const sealed = await sha256Hex(sealedBytes)
  for (const [sha256, bytes] of inline) deps.hold(sha256, bytes)
  const others = deps.programme
    .parts()
    .notices.filter((known) => known.notice.id !== notice.id)
  deps.programme.set({ notices: [...others, { notice, sealed }] })
  deps.log.info(
    { noticeId: notice.id, version: notice.version },
    'notice taken',
  )

  const durable = await makeDurable(deps, [...inline, [sealed, sealedBytes]])
  const stored = durable.ok
    ? await deps.state.change((now) => ({
        ...now,
        orders: [...now.orders, { kind: 'notice', sealed }],
      }))
    : durable
  if (!stored.ok) {
    // It is on the glass, and would be gone after a power cut: say so.
    const reason =
      stored.reason === 'hash_mismatch' ? 'hash_mismatch' : 'disk_full'
    return deps.refuse('notice', reason, stored.detail)
  }
  for (const sha256 of inline.keys()) deps.release(sha256)
  await sayWord(deps, { notice, state: 'received', at: receivedAt })
}

async function makeDurable(
  deps: TakeDeps,
  files: [string, Uint8Array][],
): Promise<Stored> {
  for (const [sha256, bytes] of files) {
    const stored = await deps.files.put(sha256, bytes)
    if (!stored.ok) return stored
  }
  return { ok: true }
}

async function fail(
  deps: TakeDeps,
  notice: Notice,
  reason: Refusal,
): Promise<void> {
  await sayWord(deps, { notice, state: 'failed', at: deps.clock.now(), reason })
}

function fromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
  } catch {
    // Not base64 at all: the same refusal as a wrong hash.
    return null
  }
}
