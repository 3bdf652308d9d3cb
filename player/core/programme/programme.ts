/*
 * What this screen may play, in memory: only things whose seal was checked.
 * The sync fills it, the stage reads `effective()`; nothing else joins them.
 */
import type { Keyring } from '../../../shared/contract/keyring.js'
import type { Manifest } from '../../../shared/contract/manifest.js'
import type { Notice, Recall } from '../../../shared/contract/notice.js'
import {
  withNotice,
  withRecall,
} from '../../../shared/programme/apply-orders.js'
import { noticesFor } from '../../../shared/programme/notices-in-force.js'

/** As many as a manifest may carry; those first in rank stay. */
const MOST_NOTICES = 50

/** An order that came inline; `sealed` is the hash its JWS is kept under. */
export type InlineNotice = { notice: Notice; sealed: string }
export type InlineRecall = { recall: Recall; sealed: string }

export type ProgrammeParts = {
  keyring: Keyring | null
  current: Manifest | null
  /** The one before, complete on disk: the fall-back. */
  previous: Manifest | null
  /** Verified, still being fetched: its orders count already, its items not. */
  pending: Manifest | null
  notices: readonly InlineNotice[]
  recalls: readonly InlineRecall[]
  /** When the CMS last said that `current` is the newest; ms. */
  confirmedAt?: number | null
}

export type Programme = {
  parts(): ProgrammeParts
  set(parts: Partial<ProgrammeParts>): void
  /** The manifest on the glass with all orders applied; null: none yet. */
  effective(): Manifest | null
}

/** An empty programme. `onChange` runs after every change. */
export function createProgramme(onChange: () => void): Programme {
  let parts: ProgrammeParts = {
    keyring: null,
    current: null,
    previous: null,
    pending: null,
    notices: [],
    recalls: [],
  }
  let cached: Manifest | null = null
  return {
    parts: () => parts,
    set(changed) {
      parts = { ...parts, ...changed }
      cached = null
      onChange()
    },
    effective() {
      cached ??= effectiveManifest(parts)
      return cached
    },
  }
}

/**
 * The current manifest with every order the screen holds: those of a newer
 * manifest that is still on its way, then those that came inline. Recalls go
 * last, so that one that overtook its notice still wins.
 */
export function effectiveManifest(
  parts: Pick<
    ProgrammeParts,
    'current' | 'pending' | 'notices' | 'recalls' | 'confirmedAt'
  >,
): Manifest | null {
  if (!parts.current) return null
  const notices = [
    ...(parts.pending?.notices ?? []),
    ...parts.notices.map((inline) => inline.notice),
  ]
  const recalls = [
    ...(parts.pending?.recalls ?? []),
    ...parts.recalls.map((inline) => inline.recall),
  ]
  const { confirmedAt } = parts
  const current =
    confirmedAt == null
      ? parts.current
      : { ...parts.current, confirmedAt: new Date(confirmedAt).toISOString() }
  const noticed = notices.reduce(withNotice, current)
  const whole = recalls.reduce(withRecall, noticed)
  if (whole.notices.length <= MOST_NOTICES) return whole
  const first = noticesFor(whole).slice(0, MOST_NOTICES)
  return { ...whole, notices: first.map(({ notice }) => notice) }
}

/** Whether this version of a notice has been taken back. */
export function isRecalled(
  recalls: readonly Recall[],
  notice: { id: string; version: number },
): boolean {
  return recalls.some(
    ({ target }) =>
      target.kind === 'notice' &&
      target.id === notice.id &&
      notice.version <= target.version,
  )
}
