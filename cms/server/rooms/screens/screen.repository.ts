/** Screens as the database keeps them; nothing here decides anything. */
import type { Selectable, Updateable } from 'kysely'
import type {
  MapPoint,
  ScreenSettings,
} from '../../../../shared/contract/api/screens.js'
import type {
  Language,
  Orientation,
  PublicJwk,
  ResolutionClass,
} from '../../../../shared/contract/primitives.js'
import type {
  PairingRequest,
  ScreenStatus,
} from '../../../../shared/contract/screen-link.js'
import type { ScreenCare } from '../../../../shared/contract/screen-care.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Db } from '../../db/database.js'
import type { PlacedScreen } from './audience.rules.js'
import type { GroupedScreen } from './group.rules.js'
import type { ScreenRow } from '../../db/tables/publishing.js'

export type PlayerFacts = PairingRequest['player']

export type Screen = {
  id: string
  settings: ScreenSettings
  areaId: string
  publicKey: PublicJwk
  player: PlayerFacts
  pairedAt: string
  revokedAt: string | null
  lastSeenAt: string | null
  status: ScreenStatus | null
  manifestNumber: number
  manifestEtag: string | null
  builtVersion: number
  /** Filled where screens are read together; see grouped-screens.ts. */
  groupIds?: readonly string[] | undefined
}

export type NewScreen = Pick<
  Screen,
  'id' | 'settings' | 'publicKey' | 'player' | 'pairedAt'
>

/** At most this many ids in one statement; SQLite allows 32,766 variables. */
const CHUNK = 5_000

export type ScreenRepository = ReturnType<typeof screenRepository>

export function screenRepository(db: Db) {
  async function update(
    id: string,
    columns: Updateable<ScreenRow>,
  ): Promise<void> {
    await db.updateTable('screens').set(columns).where('id', '=', id).execute()
  }

  const repository = {
    async find(id: string): Promise<Screen | null> {
      const row = await db
        .selectFrom('screens')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? fromRow(row) : null
    },

    /** Throws screen.not_found. */
    async get(id: string): Promise<Screen> {
      const screen = await repository.find(id)
      if (!screen) throw new AppError('screen.not_found', { id })
      return screen
    },

    /** All, by name. */
    async list(): Promise<Screen[]> {
      const rows = await db
        .selectFrom('screens')
        .selectAll()
        .orderBy('name')
        .orderBy('id')
        .execute()
      return rows.map(fromRow)
    },

    /** Who is where: enough to know which screens an audience covers. */
    async listPlaced(): Promise<(PlacedScreen & GroupedScreen)[]> {
      const rows = await db
        .selectFrom('screens')
        .select([
          'id',
          'area_id',
          'revoked_at',
          'orientation',
          'languages_json',
        ])
        .orderBy('id')
        .execute()
      return rows.map((row) => ({
        id: row.id,
        areaId: row.area_id,
        revokedAt: row.revoked_at,
        orientation: row.orientation as Orientation,
        languages: JSON.parse(row.languages_json) as Language[],
      }))
    },

    /** Screens whose place on the map is known, the revoked left out. */
    async listOnMap(): Promise<{ id: string; areaId: string; at: MapPoint }[]> {
      const rows = await db
        .selectFrom('screens')
        .select(['id', 'area_id', 'position_json'])
        .where('revoked_at', 'is', null)
        .where('position_json', 'is not', null)
        .orderBy('id')
        .execute()
      return rows.map((row) => ({
        id: row.id,
        areaId: row.area_id,
        at: JSON.parse(row.position_json ?? '') as MapPoint,
      }))
    },

    /** Screens that stand in each area itself, the revoked left out. */
    async countByArea(): Promise<Map<string, number>> {
      const rows = await db
        .selectFrom('screens')
        .select(['area_id', (eb) => eb.fn.countAll<number>().as('count')])
        .where('revoked_at', 'is', null)
        .groupBy('area_id')
        .execute()
      return new Map(rows.map((row) => [row.area_id, Number(row.count)]))
    },

    async listByIds(ids: readonly string[]): Promise<Screen[]> {
      const screens: Screen[] = []
      for (let at = 0; at < ids.length; at += CHUNK) {
        const rows = await db
          .selectFrom('screens')
          .selectAll()
          .where('id', 'in', ids.slice(at, at + CHUNK))
          .execute()
        screens.push(...rows.map(fromRow))
      }
      return screens
    },

    async insert(screen: NewScreen): Promise<void> {
      await db
        .insertInto('screens')
        .values({
          id: screen.id,
          ...settingsColumns(screen.settings),
          public_key_json: JSON.stringify(screen.publicKey),
          player_json: JSON.stringify(screen.player),
          paired_at: screen.pairedAt,
          revoked_at: null,
          last_seen_at: null,
          status_json: null,
          manifest_number: 0,
          manifest_etag: null,
          built_version: -1,
        })
        .execute()
    },

    async saveSettings(id: string, settings: ScreenSettings): Promise<void> {
      await update(id, settingsColumns(settings))
    },

    async saveRevoked(id: string, at: string): Promise<void> {
      await update(id, { revoked_at: at })
    },

    async saveSeen(id: string, at: string): Promise<void> {
      await update(id, { last_seen_at: at })
    },

    async saveStatus(
      id: string,
      status: ScreenStatus,
      seenAt: string,
    ): Promise<void> {
      await update(id, {
        status_json: JSON.stringify(status),
        last_seen_at: seenAt,
      })
    },

    /** Which manifest is its newest, and what it was built from. */
    async saveManifest(
      id: string,
      manifest: { number: number; etag: string; builtVersion: number },
    ): Promise<void> {
      await update(id, {
        manifest_number: manifest.number,
        manifest_etag: manifest.etag,
        built_version: manifest.builtVersion,
      })
    },
  }
  return repository
}

function settingsColumns(settings: ScreenSettings) {
  return {
    name: settings.name,
    area_id: settings.areaId,
    orientation: settings.orientation,
    resolution_class: settings.resolutionClass,
    languages_json: JSON.stringify(settings.languages),
    diagonal_inches: settings.diagonalInches,
    viewing_metres: settings.viewingMetres,
    ticker_json: JSON.stringify(settings.ticker),
    care_json: settings.care ? JSON.stringify(settings.care) : null,
    position_json: settings.position ? JSON.stringify(settings.position) : null,
  }
}

function fromRow(row: Selectable<ScreenRow>): Screen {
  return {
    id: row.id,
    areaId: row.area_id,
    settings: {
      name: row.name,
      areaId: row.area_id,
      orientation: row.orientation as Orientation,
      resolutionClass: row.resolution_class as ResolutionClass,
      languages: JSON.parse(row.languages_json) as Language[],
      diagonalInches: row.diagonal_inches,
      viewingMetres: row.viewing_metres,
      ticker: JSON.parse(row.ticker_json) as string[],
      ...(row.care_json
        ? { care: JSON.parse(row.care_json) as ScreenCare }
        : {}),
      ...(row.position_json
        ? { position: JSON.parse(row.position_json) as MapPoint }
        : {}),
    },
    publicKey: JSON.parse(row.public_key_json) as PublicJwk,
    player: JSON.parse(row.player_json) as PlayerFacts,
    pairedAt: row.paired_at,
    revokedAt: row.revoked_at,
    lastSeenAt: row.last_seen_at,
    status: row.status_json
      ? (JSON.parse(row.status_json) as ScreenStatus)
      : null,
    manifestNumber: row.manifest_number,
    manifestEtag: row.manifest_etag,
    builtVersion: row.built_version,
  }
}
