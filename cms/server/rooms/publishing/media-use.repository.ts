import type { FoundUse } from '../media/change-media.js'
import type { Media } from '../media/media.repository.js'
import type { Db } from '../../db/database.js'

export type MediaUseRepository = ReturnType<typeof mediaUseRepository>

/** In these states a bulletin still needs what it refers to. */
const HOLDING = ['draft', 'submitted', 'returned', 'live']

/** Where files of the library stand: in bulletins and notices. */
export function mediaUseRepository(db: Db) {
  const pathOf = (path: string) => path.split('/').filter(Boolean)
  return {
    /** Newest first, at most 200 bulletins. */
    async list(media: Pick<Media, 'id' | 'renditions'>): Promise<FoundUse[]> {
      const bulletins = await db
        .selectFrom('revisions')
        .innerJoin('bulletins', 'bulletins.id', 'revisions.bulletin_id')
        .innerJoin('areas', 'areas.id', 'bulletins.owner_area_id')
        .select([
          'bulletins.id',
          'bulletins.title',
          'bulletins.state',
          'bulletins.live_revision_number',
          'areas.path',
        ])
        .distinct()
        // Ids are 100 random bits: what contains one refers to it.
        .where('revisions.body_json', 'like', `%${media.id}%`)
        .where((eb) =>
          eb.or([
            eb('revisions.id', '=', eb.ref('bulletins.revision_id')),
            eb(
              'revisions.number',
              '=',
              eb.ref('bulletins.live_revision_number'),
            ),
          ]),
        )
        .limit(200)
        .execute()
      return [
        ...bulletins.map((row): FoundUse => ({
          kind: 'bulletin',
          id: row.id,
          title: row.title,
          state: row.live_revision_number === null ? row.state : 'live',
          holds:
            row.live_revision_number !== null || HOLDING.includes(row.state),
          areaPath: pathOf(row.path),
        })),
        ...(await noticesWith(media)),
      ]
    },
  }

  async function noticesWith(
    media: Pick<Media, 'renditions'>,
  ): Promise<FoundUse[]> {
    const { renditions } = media
    if (renditions === null) return []
    const rows = await db
      .selectFrom('notices')
      .innerJoin('areas', 'areas.id', 'notices.owner_area_id')
      .select(['notices.id', 'notices.title', 'areas.path'])
      .where('notices.ended_at', 'is', null)
      .where('notices.recalled_at', 'is', null)
      .where((eb) =>
        eb.or([
          eb('notices.files_json', 'like', `%${renditions['1080']}%`),
          eb('notices.files_json', 'like', `%${renditions['2160']}%`),
        ]),
      )
      .execute()
    return rows.map((row) => ({
      kind: 'notice',
      id: row.id,
      title: row.title,
      state: 'in_force',
      holds: true,
      areaPath: pathOf(row.path),
    }))
  }
}
