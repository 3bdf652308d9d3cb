/**
 * Builds what one screen is told, from values only: the same facts give the
 * same content, so that a number rises only when something really changed.
 */
import { createHash } from 'node:crypto'
import type { FileRef, Manifest } from '../../../../shared/contract/manifest.js'
import type { Notice, Recall } from '../../../../shared/contract/notice.js'
import { PROTOCOL_VERSION } from '../../../../shared/contract/version.js'
import { USUAL_ALONE } from '../../../../shared/contract/screen-care.js'
import { canonicalJson } from '../../../../shared/kernel/canonical-json.js'
import type { Programme } from '../programmes/programme.rules.js'
import type { Screen } from '../screens/screen.repository.js'
import { textStepFor } from '../screens/text-step.rules.js'

/** All screens stand in Vietnam. */
export const TIME_ZONE = 'Asia/Ho_Chi_Minh'

/** How long a screen may play a programme that nobody confirmed anew. */
export const HORIZON_MS = 30 * 24 * 3600_000

/** A manifest older than this is sealed anew at night, to move its horizon. */
export const RESEAL_AFTER_MS = 7 * 24 * 3600_000

/** A manifest but for what changes with every sealing. */
export type ManifestContent = Omit<
  Manifest,
  'number' | 'issuedAt' | 'staleAfter'
>

export type ManifestParts = {
  screen: Screen
  programme: Programme
  furniture: { frame: FileRef; holding: FileRef; assets: readonly FileRef[] }
  /** In force or to come, each with the files it needs. */
  notices: readonly { notice: Notice; files: readonly FileRef[] }[]
  recalls: readonly Recall[]
  /** What any notice may need, so that its page alone has to travel inline. */
  noticeKit: readonly FileRef[]
  /** Hash of the PIN that lets a technician in at the glass. */
  technicianPin?: string | undefined
}

/** The content of one screen's manifest. */
export function manifestContent(parts: ManifestParts): ManifestContent {
  const { screen, programme, furniture } = parts
  const { settings } = screen
  const isFor = (order: { screens: readonly string[] }) =>
    order.screens.includes(screen.id)
  const notices = parts.notices.filter(({ notice }) => isFor(notice))
  // The manifest is sealed for one screen, so the list of the others stays out:
  // with a thousand screens it would be the larger part of it.
  const narrow = { screens: [screen.id] }
  return {
    kind: 'manifest',
    protocol: PROTOCOL_VERSION,
    screen: {
      id: screen.id,
      name: settings.name,
      areaId: settings.areaId,
      timeZone: TIME_ZONE,
      orientation: settings.orientation,
      resolutionClass: settings.resolutionClass,
      languages: settings.languages,
      textStep: textStepFor(settings),
      ...(settings.care?.power ? { power: settings.care.power } : {}),
      ...(parts.technicianPin ? { technicianPin: parts.technicianPin } : {}),
    },
    alone: [...(settings.care?.alone ?? USUAL_ALONE)],
    furniture: {
      frame: furniture.frame.sha256,
      holding: furniture.holding.sha256,
      ticker: settings.ticker,
    },
    items: programme.items,
    notices: notices.map(({ notice }) => ({ ...notice, ...narrow })),
    recalls: parts.recalls
      .filter(isFor)
      .map((recall) => ({ ...recall, ...narrow })),
    files: eachOnce([
      furniture.frame,
      furniture.holding,
      ...furniture.assets,
      ...parts.noticeKit,
      ...programme.files,
      ...notices.flatMap(({ files }) => files),
    ]),
  }
}

/** The name of a content: the first 128 bits of its hash. */
export function contentHash(content: ManifestContent): string {
  return createHash('sha256')
    .update(canonicalJson(content))
    .digest('hex')
    .slice(0, 32)
}

/** The whole manifest, ready to be sealed. */
export function numberedManifest(
  content: ManifestContent,
  number: number,
  now: number,
): Manifest {
  return {
    ...content,
    number,
    issuedAt: new Date(now).toISOString(),
    staleAfter: new Date(now + HORIZON_MS).toISOString(),
  }
}

/** The entity tag: two manifests of one screen never share it. */
export function etagOf(number: number, hash: string): string {
  return `"${number}-${hash}"`
}

function eachOnce(files: readonly FileRef[]): FileRef[] {
  const byHash = new Map<string, FileRef>()
  for (const file of files) {
    const known = byHash.get(file.sha256)
    // Wanted now by one and later by another: wanted now.
    if (!known || known.dueAt !== undefined) byHash.set(file.sha256, file)
  }
  return [...byHash.values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
}
