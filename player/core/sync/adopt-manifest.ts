import type { FileRef, Manifest } from '../../../shared/contract/manifest.js'
import type { Log } from '../../../shared/kernel/log.js'
import type { Refusal } from '../../../shared/contract/receipt.js'
import type { ContentStore, Stored } from '../ports.js'
import { fetchFiles, type FetchedAll } from '../cache/fetch-files.js'
import type { OpenStream } from '../cache/fetch-file.js'
import { planDownloads, type DownloadPlan } from '../cache/plan-downloads.js'
import type { TrustedManifest } from './pull-manifest.js'

export type Adopted =
  | { ok: true }
  | { ok: false; reason: 'disk_full' | 'unfinished'; detail: string }

export type AdoptDeps = {
  files: Pick<ContentStore, 'has' | 'freeBytes' | 'openPart'>
  open: OpenStream
  now(): number
  reserveBytes: number
  log: Log
  /** Its orders count from now on, its items not yet. */
  hold(trusted: TrustedManifest): void
  /** One atomic write, then it is on the glass. */
  switchTo(trusted: TrustedManifest): Promise<Stored>
  refuse(what: 'file', reason: Refusal, detail: string): void
  progress(left: { files: number; bytes: number }): void
}

/**
 * Brings a believed manifest to the glass: plans, checks the room on the disk,
 * fetches what is missing, and switches only when every file is there and
 * verified. Urgent notices in it do not wait for the rest.
 */
export async function adoptManifest(
  deps: AdoptDeps,
  trusted: TrustedManifest,
  signal: AbortSignal,
): Promise<Adopted> {
  const { manifest } = trusted
  const plan = await planDownloads(deps.files, manifest, {
    now: deps.now(),
    reserveBytes: deps.reserveBytes,
  })
  deps.progress({ files: plan.missing.length, bytes: plan.bytes })
  const urgent = noticeFiles(manifest, plan)
  if (plan.missing.length > 0) {
    const first = await fetchCounted(deps, urgent, plan, signal)
    if (first.ok) deps.hold(trusted)
  }
  if (!plan.fits) {
    deps.refuse('file', 'disk_full', `${plan.bytes} bytes do not fit`)
    return { ok: false, reason: 'disk_full', detail: `${plan.bytes} bytes` }
  }
  const fetched = await fetchCounted(deps, plan.missing, plan, signal)
  if (!fetched.ok) return unfinished(deps, fetched)
  const stored = await deps.switchTo(trusted)
  if (stored.ok) return { ok: true }
  deps.refuse('file', 'disk_full', stored.detail)
  return { ok: false, reason: 'disk_full', detail: stored.detail }
}

function noticeFiles(manifest: Manifest, plan: DownloadPlan): FileRef[] {
  const urgent = new Set(
    manifest.notices.flatMap((n) => n.slides.map((s) => s.sha256)),
  )
  return plan.missing.filter((file) => urgent.has(file.sha256))
}

/** Takes what it fetched out of the plan and tells how much is left. */
async function fetchCounted(
  deps: AdoptDeps,
  wanted: readonly FileRef[],
  plan: DownloadPlan,
  signal: AbortSignal,
): Promise<FetchedAll> {
  return fetchFiles(deps, wanted, signal, (file) => {
    plan.missing = plan.missing.filter((f) => f.sha256 !== file.sha256)
    plan.bytes -= file.sizeBytes
    deps.progress({ files: plan.missing.length, bytes: plan.bytes })
  })
}

function unfinished(
  deps: AdoptDeps,
  fetched: Extract<FetchedAll, { ok: false }>,
): Adopted {
  for (const { reason, sha256, detail } of fetched.failures) {
    deps.log.warn({ sha256, reason, detail }, 'file not fetched')
    if (reason === 'hash_mismatch' || reason === 'missing_file')
      deps.refuse('file', reason, sha256)
    if (reason === 'disk_full' || reason === 'read_only' || reason === 'io')
      deps.refuse('file', 'disk_full', detail)
  }
  const full = fetched.failures.find((f) => f.reason === 'disk_full')
  if (full) return { ok: false, reason: 'disk_full', detail: full.detail }
  const first = fetched.failures[0]
  const detail = first ? `${first.reason} ${first.detail}` : ''
  return { ok: false, reason: 'unfinished', detail }
}
