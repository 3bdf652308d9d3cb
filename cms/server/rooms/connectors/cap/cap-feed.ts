/** Our own notices as CAP 1.2, with an Atom index, for whoever relays them. */
import { XMLBuilder } from 'fast-xml-parser'
import { isoNow, type Clock } from '../../../../../shared/kernel/clock.js'
import type { AreaRepository } from '../../areas/area.repository.js'
import type {
  KeptNotice,
  NoticeRepository,
} from '../../notices/notice.repository.js'
import type { ScreenRepository } from '../../screens/screen.repository.js'
import { writeCap, type CapIssuer } from './write-cap.js'

/** Ended ones stay so long, so that whoever polls sees the cancel. */
const KEPT_MS = 24 * 3_600_000
const MOST = 200

export type FeedDeps = {
  notices: Pick<NoticeRepository, 'get' | 'list' | 'listVersions'>
  areas: Pick<AreaRepository, 'list'>
  screens: Pick<ScreenRepository, 'listByIds'>
  clock: Clock
  capIssuer: CapIssuer
}

/** Notices in force, or ended within a day; holds are nobody's warning. */
async function listed(deps: FeedDeps): Promise<KeptNotice[]> {
  const since = deps.clock.now() - KEPT_MS
  const all = await deps.notices.list(MOST)
  return all.filter(
    ({ notice }) => !notice.hold && Date.parse(notice.expiresAt) > since,
  )
}

/** An Atom index (RFC 4287) of messages below `base`. */
export async function capIndex(deps: FeedDeps, base: string): Promise<string> {
  const notices = await listed(deps)
  const updated = (kept: KeptNotice) => kept.recalledAt ?? kept.notice.issuedAt
  const feed = {
    '@xmlns': 'http://www.w3.org/2005/Atom',
    id: `${base}/notices.atom`,
    title: deps.capIssuer.sender,
    updated: notices.map(updated).sort().at(-1) ?? isoNow(deps.clock),
    author: { name: deps.capIssuer.sender },
    link: { '@rel': 'self', '@href': `${base}/notices.atom` },
    entry: notices.map((kept) => ({
      id: `${base}/notices/${kept.notice.id}.xml`,
      title: kept.notice.title,
      updated: updated(kept),
      link: {
        '@rel': 'alternate',
        '@type': 'application/cap+xml',
        '@href': `${base}/notices/${kept.notice.id}.xml`,
      },
    })),
  }
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    format: true,
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ feed })}`
}

/** One notice as a CAP message. Throws notice.not_found. */
export async function capMessage(deps: FeedDeps, id: string): Promise<string> {
  const kept = await deps.notices.get(id)
  const { notice } = kept
  const versions = await deps.notices.listVersions(id)
  const screens = await deps.screens.listByIds(notice.screens)
  const meant = new Set(screens.map(({ areaId }) => areaId))
  const areas = (await deps.areas.list(notice.issuedAt.slice(0, 10))).filter(
    (area) => meant.has(area.id),
  )
  return writeCap(
    {
      notice,
      recalledAt: kept.recalledAt,
      earlier: versions.filter(({ version }) => version < notice.version),
      areas: areas.length > 0 ? areas : [{ name: notice.issuer, code: null }],
      fields: kept.words?.fields.vi ?? null,
    },
    deps.capIssuer,
  )
}
