import type { MediaView } from '../../../../shared/contract/api/media.js'
import type { Db } from '../../db/database.js'

export type Picture = MediaView & {
  originalSha256: string
  mediaType: string
}

export type MediaRepository = ReturnType<typeof mediaRepository>

/** Uploaded pictures. */
export function mediaRepository(db: Db) {
  return {
    async find(id: string): Promise<MediaView | null> {
      const row = await db
        .selectFrom('media')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      return row === undefined ? null : toView(row)
    },

    /** Newest first. */
    async list(limit: number): Promise<MediaView[]> {
      const rows = await db
        .selectFrom('media')
        .selectAll()
        .orderBy('uploaded_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(toView)
    },

    async add(picture: Picture): Promise<void> {
      await db
        .insertInto('media')
        .values({
          id: picture.id,
          name: picture.name,
          original_sha256: picture.originalSha256,
          media_type: picture.mediaType,
          width: picture.width,
          height: picture.height,
          bytes: picture.bytes,
          rendition_1080: picture.renditions['1080'],
          rendition_2160: picture.renditions['2160'],
          thumbnail: picture.renditions.thumbnail,
          uploaded_at: picture.uploadedAt,
          uploaded_by: picture.uploadedBy,
        })
        .execute()
    },

    /** Hashes that pictures still stand on; clean-up leaves them. */
    async listHashes(): Promise<string[]> {
      const rows = await db
        .selectFrom('media')
        .select([
          'original_sha256',
          'rendition_1080',
          'rendition_2160',
          'thumbnail',
        ])
        .execute()
      return rows.flatMap((row) => Object.values(row))
    },
  }
}

type Row = {
  id: string
  name: string
  width: number
  height: number
  bytes: number
  rendition_1080: string
  rendition_2160: string
  thumbnail: string
  uploaded_at: string
  uploaded_by: string
}

function toView(row: Row): MediaView {
  return {
    id: row.id,
    name: row.name,
    width: row.width,
    height: row.height,
    bytes: row.bytes,
    renditions: {
      '1080': row.rendition_1080,
      '2160': row.rendition_2160,
      thumbnail: row.thumbnail,
    },
    uploadedAt: row.uploaded_at,
    uploadedBy: row.uploaded_by,
  }
}
