/** Releases: approved revisions with the exact rendered bytes they stand for. */
import type {
  FileRef,
  ProgrammeItem,
} from '../../../../shared/contract/manifest.js'
import type {
  Language,
  ResolutionClass,
} from '../../../../shared/contract/primitives.js'
import type { StandingAudience } from '../screens/audience.rules.js'
import { z } from 'zod'
import type { Db } from '../../db/database.js'
import type { ReleaseRow, ReleaseSlideRow } from '../../db/tables/publishing.js'

const slotsSchema = z.record(z.string(), z.number())

/** What every screen's programme item of one release has in common. */
export type ReleasedItem = Omit<
  ProgrammeItem,
  'id' | 'releaseId' | 'bulletinId' | 'order' | 'slides'
>

export type ReleasedSlide = {
  language: Language
  resolutionClass: ResolutionClass
  sha256: string
  /** Seconds where nothing was measured. */
  slotSeconds: number
  /** Seconds by kind of glass, `landscape 1.15` → 24. */
  slots?: Readonly<Record<string, number>>
  /** The document itself and everything it refers to. */
  files: readonly FileRef[]
}

export type Release = {
  id: string
  bulletinId: string
  revisionId: string
  revisionNumber: number
  releasedBy: string
  releasedAt: string
  contentHash: string
  loopOrder: number
  audience: StandingAudience
  item: ReleasedItem
  expiresAt: string | null
  slides: readonly ReleasedSlide[]
}

export type EndedAs = 'withdrawn' | 'ended' | 'superseded'

export type ReleaseRepository = ReturnType<typeof releaseRepository>

export function releaseRepository(db: Db) {
  async function withSlides(rows: readonly ReleaseRow[]): Promise<Release[]> {
    if (rows.length === 0) return []
    const slides = await db
      .selectFrom('release_slides')
      .selectAll()
      .where(
        'release_id',
        'in',
        rows.map((row) => row.id),
      )
      .execute()
    const byRelease = groupByRelease(slides)
    return rows.map((row) => fromRow(row, byRelease.get(row.id) ?? []))
  }

  return {
    /** Everything that is live, in loop order. */
    async listLive(): Promise<Release[]> {
      const rows = await db
        .selectFrom('releases')
        .selectAll()
        .where('ended_at', 'is', null)
        .orderBy('loop_order')
        .orderBy('id')
        .execute()
      return withSlides(rows)
    },

    async findLive(bulletinId: string): Promise<Release | null> {
      const rows = await db
        .selectFrom('releases')
        .selectAll()
        .where('bulletin_id', '=', bulletinId)
        .where('ended_at', 'is', null)
        .execute()
      return (await withSlides(rows))[0] ?? null
    },

    /** The newest one, and how it ended if it has. */
    async findLast(
      bulletinId: string,
    ): Promise<{ id: string; endedAs: EndedAs | null } | null> {
      const row = await db
        .selectFrom('releases')
        .select(['id', 'ended_as'])
        .where('bulletin_id', '=', bulletinId)
        .orderBy('released_at', 'desc')
        .orderBy('id', 'desc')
        .executeTakeFirst()
      return row
        ? { id: row.id, endedAs: row.ended_as as EndedAs | null }
        : null
    },

    /** Live ones whose hard end has come. */
    async listExpired(now: string): Promise<Release[]> {
      const rows = await db
        .selectFrom('releases')
        .selectAll()
        .where('ended_at', 'is', null)
        .where('expires_at', '<=', now)
        .execute()
      return withSlides(rows)
    },

    async nextLoopOrder(): Promise<number> {
      const row = await db
        .selectFrom('releases')
        .select((eb) => eb.fn.max('loop_order').as('last'))
        .executeTakeFirst()
      return Number(row?.last ?? 0) + 1
    },

    async insert(release: Release): Promise<void> {
      await db
        .insertInto('releases')
        .values({
          id: release.id,
          bulletin_id: release.bulletinId,
          revision_id: release.revisionId,
          revision_number: release.revisionNumber,
          released_by: release.releasedBy,
          released_at: release.releasedAt,
          content_hash: release.contentHash,
          loop_order: release.loopOrder,
          audience_json: JSON.stringify(release.audience),
          item_json: JSON.stringify(release.item),
          expires_at: release.expiresAt,
          ended_at: null,
          ended_as: null,
        })
        .execute()
      await db
        .insertInto('release_slides')
        .values(
          release.slides.map((slide) => ({
            release_id: release.id,
            language: slide.language,
            resolution_class: slide.resolutionClass,
            sha256: slide.sha256,
            slot_seconds: slide.slotSeconds,
            slots_json: JSON.stringify(slide.slots ?? {}),
            files_json: JSON.stringify(slide.files),
          })),
        )
        .execute()
    },

    /** Ends it once; what ended first stays as it was. */
    async saveEnded(id: string, at: string, as: EndedAs): Promise<void> {
      await db
        .updateTable('releases')
        .set({ ended_at: at, ended_as: as })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .execute()
    },

    /** Hashes that live releases stand on; clean-up leaves them. */
    async listLiveHashes(): Promise<string[]> {
      const rows = await db
        .selectFrom('release_slides')
        .innerJoin('releases', 'releases.id', 'release_slides.release_id')
        .select('release_slides.files_json')
        .where('releases.ended_at', 'is', null)
        .execute()
      return rows.flatMap((row) =>
        (JSON.parse(row.files_json) as FileRef[]).map((file) => file.sha256),
      )
    },
  }
}

function groupByRelease(
  slides: readonly ReleaseSlideRow[],
): Map<string, ReleaseSlideRow[]> {
  const groups = new Map<string, ReleaseSlideRow[]>()
  for (const slide of slides) {
    const group = groups.get(slide.release_id)
    if (group) group.push(slide)
    else groups.set(slide.release_id, [slide])
  }
  return groups
}

function fromRow(row: ReleaseRow, slides: readonly ReleaseSlideRow[]): Release {
  return {
    id: row.id,
    bulletinId: row.bulletin_id,
    revisionId: row.revision_id,
    revisionNumber: row.revision_number,
    releasedBy: row.released_by,
    releasedAt: row.released_at,
    contentHash: row.content_hash,
    loopOrder: row.loop_order,
    audience: JSON.parse(row.audience_json) as StandingAudience,
    item: JSON.parse(row.item_json) as ReleasedItem,
    expiresAt: row.expires_at,
    slides: slides.map((slide) => ({
      language: slide.language as Language,
      resolutionClass: slide.resolution_class as ResolutionClass,
      sha256: slide.sha256,
      slotSeconds: slide.slot_seconds,
      slots: slotsSchema.parse(JSON.parse(slide.slots_json ?? '{}')),
      files: JSON.parse(slide.files_json) as FileRef[],
    })),
  }
}
