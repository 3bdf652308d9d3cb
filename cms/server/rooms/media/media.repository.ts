import type {
  Crops,
  DocumentFacts,
  Focus,
  MediaKind,
  MediaView,
  RenditionHashes,
  VideoFacts,
} from '../../../../shared/contract/api/media.js'
import type { Db } from '../../db/database.js'
import type { Schema } from '../../db/schema.js'

/** One file of the library, as kept. */
export type Media = {
  id: string
  kind: MediaKind
  state: MediaView['state']
  failure: string | null
  name: string
  originalSha256: string
  mediaType: string
  width: number
  height: number
  bytes: number
  renditions: RenditionHashes | null
  focus: Focus | null
  crops: Crops
  /** Perceptual hash of a picture, 16 hex digits. */
  look: string | null
  video: VideoFacts | null
  document: DocumentFacts | null
  alt: string
  altEn: string
  consent: string
  origin: MediaView['origin']
  /** Since then it is offered no more; what shows it goes on. */
  retiredAt: string | null
  licence: string
  source: string
  rightsUntil: string | null
  tags: readonly string[]
  /** Folded words it is found by. */
  search: string
  areaId: string | null
  shared: boolean
  /** Area and content; null for rows from before. */
  sameKey: string | null
  uploadedAt: string
  uploadedBy: string
}

export type Look = Pick<Media, 'id' | 'name' | 'areaId' | 'shared'> & {
  look: string
}

export type MediaPage = {
  number: number
  width: number
  height: number
  renditions: RenditionHashes
  text: string
}

export type MediaFilter = {
  /** Files of these areas; null: of all. */
  areaIds: readonly string[] | null
  /** Areas whose shared files count too. */
  sharingAreaIds: readonly string[]
  kind?: MediaKind | undefined
  words?: readonly string[] | undefined
  /** Rights that end before this date, or on it or later. */
  rightsBefore?: string | undefined
  rightsFrom?: string | undefined
  origin?: MediaView['origin'] | undefined
  /** Only what was put away; else only what was not. */
  retired?: boolean | undefined
  after?: { uploadedAt: string; id: string } | undefined
  limit: number
}

export type MediaRepository = ReturnType<typeof mediaRepository>

/** Pictures, videos and documents of the library. */
export function mediaRepository(db: Db) {
  return {
    async find(id: string): Promise<Media | null> {
      const row = await db
        .selectFrom('media')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      return row === undefined ? null : fromRow(row)
    },

    async findSame(sameKey: string): Promise<Media | null> {
      const row = await db
        .selectFrom('media')
        .selectAll()
        .where('same_key', '=', sameKey)
        .executeTakeFirst()
      return row === undefined ? null : fromRow(row)
    },

    /** Newest first. */
    async list(filter: MediaFilter): Promise<Media[]> {
      const { areaIds, sharingAreaIds, kind, words = [], after } = filter
      let query = db.selectFrom('media').selectAll()
      if (areaIds !== null)
        query = query.where((eb) =>
          eb.or([
            eb('area_id', 'is', null),
            ...(areaIds.length > 0 ? [eb('area_id', 'in', [...areaIds])] : []),
            ...(sharingAreaIds.length > 0
              ? [
                  eb.and([
                    eb('shared', '=', 1),
                    eb('area_id', 'in', [...sharingAreaIds]),
                  ]),
                ]
              : []),
          ]),
        )
      if (kind !== undefined) query = query.where('kind', '=', kind)
      if (filter.rightsBefore !== undefined)
        query = query.where('rights_until', '<', filter.rightsBefore)
      if (filter.rightsFrom !== undefined)
        query = query.where('rights_until', '>=', filter.rightsFrom)
      if (filter.origin !== undefined)
        query = query.where('origin', '=', filter.origin)
      query = query.where(
        'retired_at',
        filter.retired === true ? 'is not' : 'is',
        null,
      )
      for (const word of words)
        query = query.where(
          'search',
          'like',
          `%${word.replace(/[\\%_]/g, '')}%`,
        )
      if (after)
        query = query.where((eb) =>
          eb.or([
            eb('uploaded_at', '<', after.uploadedAt),
            eb.and([
              eb('uploaded_at', '=', after.uploadedAt),
              eb('id', '>', after.id),
            ]),
          ]),
        )
      const rows = await query
        .orderBy('uploaded_at', 'desc')
        .orderBy('id')
        .limit(filter.limit)
        .execute()
      return rows.map(fromRow)
    },

    /** False when the same bytes are already there for its area. */
    async add(media: Media): Promise<boolean> {
      const result = await db
        .insertInto('media')
        .values(toRow(media))
        .onConflict((conflict) => conflict.column('same_key').doNothing())
        .executeTakeFirst()
      return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
    },

    async save(media: Media): Promise<void> {
      await db
        .updateTable('media')
        .set(toRow(media))
        .where('id', '=', media.id)
        .execute()
    },

    async remove(id: string): Promise<void> {
      await db.deleteFrom('media_pages').where('media_id', '=', id).execute()
      await db.deleteFrom('media').where('id', '=', id).execute()
    },

    async removePages(id: string): Promise<void> {
      await db.deleteFrom('media_pages').where('media_id', '=', id).execute()
    },

    /** What pictures look like, to find those that are alike. */
    async listLooks(): Promise<Look[]> {
      const rows = await db
        .selectFrom('media')
        .select(['id', 'name', 'look', 'area_id', 'shared'])
        .where('look', 'is not', null)
        .orderBy('uploaded_at', 'desc')
        .limit(20_000)
        .execute()
      return rows.map((row) => ({
        id: row.id,
        name: row.name,
        look: row.look ?? '',
        areaId: row.area_id,
        shared: row.shared === 1,
      }))
    },

    /** Documents whose pages were not all made, oldest first. */
    async listPreparing(): Promise<Media[]> {
      const rows = await db
        .selectFrom('media')
        .selectAll()
        .where('state', '=', 'preparing')
        .orderBy('uploaded_at')
        .execute()
      return rows.map(fromRow)
    },

    async savePage(mediaId: string, page: MediaPage): Promise<void> {
      const row = toPageRow(mediaId, page)
      await db
        .insertInto('media_pages')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['media_id', 'number']).doUpdateSet(row),
        )
        .execute()
    },

    async listPages(mediaId: string): Promise<MediaPage[]> {
      const rows = await db
        .selectFrom('media_pages')
        .selectAll()
        .where('media_id', '=', mediaId)
        .orderBy('number')
        .execute()
      return rows.map(fromPageRow)
    },

    async findPage(mediaId: string, number: number): Promise<MediaPage | null> {
      const row = await db
        .selectFrom('media_pages')
        .selectAll()
        .where('media_id', '=', mediaId)
        .where('number', '=', number)
        .executeTakeFirst()
      return row === undefined ? null : fromPageRow(row)
    },

    /** Hashes that the library still stands on; clean-up leaves them. */
    async listHashes(): Promise<string[]> {
      const renditions = [
        'rendition_1080',
        'rendition_2160',
        'thumbnail',
      ] as const
      const rows = await db
        .selectFrom('media')
        .select(['original_sha256', ...renditions])
        .execute()
      const pages = await db
        .selectFrom('media_pages')
        .select(renditions)
        .execute()
      return [...rows, ...pages]
        .flatMap((row) => Object.values(row))
        .filter((hash) => hash !== '')
    },
  }
}

type Row = Schema['media']
type PageRow = Schema['media_pages']

function toRow(media: Media): Row {
  const json = (value: unknown) =>
    value === null ? null : JSON.stringify(value)
  return {
    id: media.id,
    name: media.name,
    original_sha256: media.originalSha256,
    media_type: media.mediaType,
    width: media.width,
    height: media.height,
    bytes: media.bytes,
    rendition_1080: media.renditions?.['1080'] ?? '',
    rendition_2160: media.renditions?.['2160'] ?? '',
    thumbnail: media.renditions?.thumbnail ?? '',
    uploaded_at: media.uploadedAt,
    uploaded_by: media.uploadedBy,
    kind: media.kind,
    state: media.state,
    failure: media.failure,
    alt: media.alt,
    alt_en: media.altEn,
    consent: media.consent,
    origin: media.origin,
    retired_at: media.retiredAt,
    licence: media.licence,
    source: media.source,
    tags_json: JSON.stringify(media.tags),
    search: media.search,
    area_id: media.areaId,
    shared: media.shared ? 1 : 0,
    rights_until: media.rightsUntil,
    focus_json: json(media.focus),
    crops_json: json(media.crops),
    look: media.look,
    video_json: json(media.video),
    document_json: json(media.document),
    same_key: media.sameKey,
  }
}

function fromRow(row: Row): Media {
  const read = <T>(text: string | null) =>
    text === null ? null : (JSON.parse(text) as T)
  return {
    id: row.id,
    kind: row.kind as MediaKind,
    state: row.state as Media['state'],
    failure: row.failure,
    name: row.name,
    originalSha256: row.original_sha256,
    mediaType: row.media_type,
    width: row.width,
    height: row.height,
    bytes: row.bytes,
    renditions: renditionsOf(row),
    focus: read<Focus>(row.focus_json),
    crops: read<Crops>(row.crops_json) ?? {},
    look: row.look,
    video: read<VideoFacts>(row.video_json),
    document: read<DocumentFacts>(row.document_json),
    alt: row.alt,
    altEn: row.alt_en,
    consent: row.consent,
    origin: row.origin as Media['origin'],
    retiredAt: row.retired_at,
    licence: row.licence,
    source: row.source,
    rightsUntil: row.rights_until,
    tags: read<string[]>(row.tags_json) ?? [],
    search: row.search,
    areaId: row.area_id,
    shared: row.shared === 1,
    sameKey: row.same_key,
    uploadedAt: row.uploaded_at,
    uploadedBy: row.uploaded_by,
  }
}

function renditionsOf(
  row: Pick<Row, 'rendition_1080' | 'rendition_2160' | 'thumbnail'>,
): RenditionHashes | null {
  if (row.rendition_1080 === '') return null
  return {
    '1080': row.rendition_1080,
    '2160': row.rendition_2160,
    thumbnail: row.thumbnail,
  }
}

function toPageRow(mediaId: string, page: MediaPage): PageRow {
  return {
    media_id: mediaId,
    number: page.number,
    width: page.width,
    height: page.height,
    rendition_1080: page.renditions['1080'],
    rendition_2160: page.renditions['2160'],
    thumbnail: page.renditions.thumbnail,
    text: page.text,
  }
}

function fromPageRow(row: PageRow): MediaPage {
  return {
    number: row.number,
    width: row.width,
    height: row.height,
    renditions: {
      '1080': row.rendition_1080,
      '2160': row.rendition_2160,
      thumbnail: row.thumbnail,
    },
    text: row.text,
  }
}
