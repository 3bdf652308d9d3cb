/*
 * How long an inline order has to be remembered. A notice ends by itself; a
 * recall must outlive everything it could be needed against.
 */
import type { Manifest } from '../../../shared/contract/manifest.js'
import type { NoticeWord } from '../saved-state.js'
import type { InlineNotice, InlineRecall, ProgrammeParts } from './programme.js'
import { isRecalled } from './programme.js'

/** A notice lives at most 24 h; one hour more for clocks that differ. */
const REPLAY_GUARD_MS = 25 * 3_600_000

/** Inline orders that still matter at `now` (ms). */
export function ordersInForce(
  parts: ProgrammeParts,
  now: number,
): { notices: InlineNotice[]; recalls: InlineRecall[] } {
  const manifests = [parts.current, parts.previous].filter((m) => m !== null)
  const recalls = parts.recalls.filter(({ recall }) => {
    if (
      recall.target.kind === 'notice' &&
      Date.parse(recall.issuedAt) + REPLAY_GUARD_MS > now
    )
      return true
    // A manifest sealed after the recall has it, or no longer has its target.
    return manifests.some((m) => wasIssuedBefore(m, recall.issuedAt))
  })
  const said = recalls.map(({ recall }) => recall)
  const notices = parts.notices.filter(
    ({ notice }) =>
      Date.parse(notice.expiresAt) > now && !isRecalled(said, notice),
  )
  return { notices, recalls }
}

/** What has been said of a notice is kept as long as it could be replayed. */
export function wordsInForce(
  words: readonly NoticeWord[],
  now: number,
): NoticeWord[] {
  return words.filter(
    (word) =>
      Date.parse(word.expiresAt) + REPLAY_GUARD_MS > now || word.ended === null,
  )
}

function wasIssuedBefore(manifest: Manifest, instant: string): boolean {
  return Date.parse(manifest.issuedAt) < Date.parse(instant)
}
