/*
 * What the screen says of a notice, at most once per word and version. The
 * words are kept with the queue in one write, so that a power cut can neither
 * lose a receipt that was promised nor say two different times.
 */
import type { Clock } from '../../../shared/kernel/clock.js'
import type { Notice } from '../../../shared/contract/notice.js'
import type { Receipt, Refusal } from '../../../shared/contract/receipt.js'
import { PROTOCOL_VERSION } from '../../../shared/contract/version.js'
import { thumbprint } from '../../../shared/seal/keys.js'
import { seal } from '../../../shared/seal/seal.js'
import type { Randomness, Stored } from '../ports.js'
import type { Keeper } from '../keep-document.js'
import type { Identity, NoticeWord, SavedState } from '../saved-state.js'

/** A year of warnings offline would not reach this. */
const MOST_RECEIPTS = 5000

export type Word = {
  notice: Pick<Notice, 'id' | 'version' | 'expiresAt'>
  state: Receipt['state']
  /** Instant in ms. */
  at: number
  slide?: string
  reason?: Refusal
}

export type WordDeps = {
  state: Keeper<SavedState>
  identity: Pick<Identity, 'publicKey' | 'privateKey'>
  screenId: string
  random: Randomness
  /** A receipt is waiting to be sent. */
  onQueued(): void
}

/** The word kept of this version of a notice, if any. */
export function wordOf(
  words: readonly NoticeWord[],
  notice: { id: string; version: number },
): NoticeWord | null {
  return (
    words.find(
      (w) => w.noticeId === notice.id && w.version === notice.version,
    ) ?? null
  )
}

/** The highest version of a notice this screen has ever taken; 0: none. */
export function highestVersion(
  words: readonly NoticeWord[],
  noticeId: string,
): number {
  return words.reduce(
    (most, w) => (w.noticeId === noticeId ? Math.max(most, w.version) : most),
    0,
  )
}

/**
 * Signs a receipt, queues it durably, and asks for it to be sent. A word that
 * was already said is left as it was.
 */
export async function sayWord(deps: WordDeps, word: Word): Promise<Stored> {
  const said = wordOf(deps.state.get().noticeWords, word.notice)
  if (word.state !== 'failed' && said?.[word.state]) return { ok: true }
  const jws = await sign(deps, word)
  const stored = await deps.state.change((now) => ({
    ...now,
    noticeWords: remember(now.noticeWords, word),
    receipts: [...now.receipts, jws].slice(-MOST_RECEIPTS),
  }))
  deps.onQueued()
  return stored
}

/** Says again, with the first times, what was said: the CMS asked twice. */
export async function sayAgain(
  deps: WordDeps,
  notice: Word['notice'],
): Promise<void> {
  const said = wordOf(deps.state.get().noticeWords, notice)
  if (!said) return
  const again: string[] = []
  for (const state of ['received', 'shown', 'ended'] as const) {
    const at = said[state]
    if (!at) continue
    const slide =
      state === 'shown' && said.slide !== null ? { slide: said.slide } : {}
    again.push(
      await sign(deps, { notice, state, at: Date.parse(at), ...slide }),
    )
  }
  await deps.state.change((now) => ({
    ...now,
    receipts: [...now.receipts, ...again].slice(-MOST_RECEIPTS),
  }))
  deps.onQueued()
}

async function sign(deps: WordDeps, word: Word): Promise<string> {
  const receipt: Receipt = {
    kind: 'receipt',
    protocol: PROTOCOL_VERSION,
    id: deps.random.id(),
    screenId: deps.screenId,
    noticeId: word.notice.id,
    version: word.notice.version,
    state: word.state,
    at: new Date(word.at).toISOString(),
    ...(word.slide === undefined ? {} : { slide: word.slide }),
    ...(word.reason === undefined ? {} : { reason: word.reason }),
  }
  return seal('receipt', receipt, {
    kid: await thumbprint(deps.identity.publicKey),
    key: deps.identity.privateKey,
  })
}

function remember(words: readonly NoticeWord[], word: Word): NoticeWord[] {
  const { id, version, expiresAt } = word.notice
  const known: NoticeWord = wordOf(words, word.notice) ?? {
    noticeId: id,
    version,
    expiresAt,
    received: null,
    shown: null,
    slide: null,
    ended: null,
  }
  const at = new Date(word.at).toISOString()
  const changed: NoticeWord =
    word.state === 'failed'
      ? known
      : {
          ...known,
          [word.state]: known[word.state] ?? at,
          slide: word.slide ?? known.slide,
        }
  return [
    ...words.filter((w) => w.noticeId !== id || w.version !== version),
    changed,
  ]
}

/** Which notices have ended for this screen and were not yet said to have. */
export function endedNotices(
  words: readonly NoticeWord[],
  inForce: readonly Notice[],
  clock: Clock,
): Word['notice'][] {
  const now = clock.now()
  return words
    .filter((w) => w.ended === null && w.received !== null)
    .filter((w) => {
      if (Date.parse(w.expiresAt) <= now) return true
      return !inForce.some(
        (n) => n.id === w.noticeId && n.version === w.version,
      )
    })
    .map((w) => ({
      id: w.noticeId,
      version: w.version,
      expiresAt: w.expiresAt,
    }))
}
