import type { SlideMeasurementRow } from './legibility.js'
import type { Generated } from 'kysely'

/*
 * Tables of the publishing side: screens, bulletins, releases, manifests,
 * notices. Ids are text, instants ISO-8601 UTC text, booleans 0/1, and columns
 * that end in `_json` hold JSON text, so that both dialects read the same.
 */

export type ScreenRow = {
  id: string
  name: string
  area_id: string
  orientation: string
  resolution_class: string
  languages_json: string
  diagonal_inches: number
  viewing_metres: number
  ticker_json: string
  /** ScreenCare; null: the usual. */
  care_json: string | null
  /** Where it stands on the map; null: nobody has said. */
  position_json: string | null
  public_key_json: string
  player_json: string
  paired_at: string
  revoked_at: string | null
  last_seen_at: string | null
  status_json: string | null
  /** The last manifest sealed for it; 0 before the first. */
  manifest_number: number
  manifest_etag: string | null
  /** `programme_state.version` its last manifest was built from. */
  built_version: number
}

export type PairingRow = {
  id: string
  code: string
  /** RFC 7638 thumbprint: one open pairing per key. */
  key_thumbprint: string
  public_key_json: string
  player_json: string
  created_at: string
  expires_at: string
  screen_id: string | null
}

export type BulletinRow = {
  id: string
  owner_area_id: string
  owner_area_name: string
  author_id: string
  author_name: string
  state: string
  category: string
  template_id: string
  title: string
  /** Folded title and text, for search without accents. */
  search: string
  priority: string
  /** Rises with every save and every act. */
  version: number
  revision_id: string
  live_revision_number: number | null
  returned_because: string | null
  created_at: string
  updated_at: string
  live_since: string | null
  expires_at: string | null
  submitted_at: string | null
  submitted_by: string | null
  submitted_by_name: string | null
  remarks_json: string | null
  /** Of what is released: no screen shows it before. */
  not_before: string | null
  /** Who last saved a draft; null before the first save. */
  changed_by_name: string | null
}

export type RevisionRow = {
  id: string
  bulletin_id: string
  number: number
  author_id: string
  /** Ids of all who wrote in it: none of them may approve it. */
  editors_json: string
  /** A whole RevisionInput. */
  body_json: string
  created_at: string
  /** From here on it never changes. */
  submitted_at: string | null
}

export type ReleaseRow = {
  id: string
  bulletin_id: string
  revision_id: string
  revision_number: number
  released_by: string
  released_at: string
  content_hash: string
  /** Place in the loop: rises with every release of a new bulletin. */
  loop_order: number
  audience_json: string
  /** What every screen's item repeats: title, owner, schedule, weight … */
  item_json: string
  expires_at: string | null
  ended_at: string | null
  ended_as: string | null
}

export type ReleaseSlideRow = {
  release_id: string
  language: string
  resolution_class: string
  sha256: string
  slot_seconds: number
  /** Seconds by kind of glass, where it was measured. */
  slots_json: string | null
  files_json: string
}

export type ManifestRow = {
  screen_id: string
  number: number
  issued_at: string
  content_hash: string
  /** Ids of the releases in it, to know where a release has arrived. */
  releases_json: string
  sealed: string
}

/** One row: rises with every act that may change what any screen plays. */
export type ProgrammeStateRow = { id: number; version: number }

export type KeyringRow = {
  number: number
  issued_at: string
  root_kid: string
  seal_kid: string
  sealed: string
}

export type RecallRow = {
  id: string
  target_kind: string
  target_id: string
  issued_at: string
  payload_json: string
  sealed: string
  /** Set when every screen has it, or its target would have ended anyway. */
  closed_at: string | null
}

export type RecallScreenRow = {
  recall_id: string
  screen_id: string
  /** First manifest number that carried it. */
  manifest_number: number | null
}

export type NoticeRow = {
  id: string
  version: number
  title: string
  level: number
  drill: number
  owner_area_id: string
  issuer: string
  issued_by: string
  issued_by_id: string
  issued_at: string
  expires_at: string
  recalled_at: string | null
  ended_at: string | null
  payload_json: string
  sealed: string
  files_json: string
  /** Where it came from when no person wrote it. */
  source: string | null
  /** Template and fields as they were written, for the one who corrects. */
  words_json: string | null
}

export type NoticeDeliveryRow = {
  notice_id: string
  screen_id: string
  /** The version these times are of. */
  version: number
  sent_at: string | null
  received_at: string | null
  shown_at: string | null
  ended_at: string | null
  failed: string | null
}

export type ReceiptRow = {
  id: string
  notice_id: string
  screen_id: string
  state: string
  at: string
  taken_at: string
  version: number
  /** The screen's own signed word, kept as evidence. */
  sealed: string
}

export type AsRunRow = {
  screen_id: string
  release_id: string
  hour: string
  showings: number
  seconds: number
}

/** Hours added up per day of here. */
export type AsRunDayRow = Omit<AsRunRow, 'hour'> & { day: string }

/** Payloads over 8 kB of the Socket.IO adapter; PostgreSQL only. */
export type SocketIoAttachmentRow = {
  id: Generated<string>
  created_at: Generated<string | null>
  payload: Uint8Array | null
}

export type HomecomingRow = {
  id: string
  screen_id: string
  taken_at: string
}

export type PublishingTables = {
  homecomings: HomecomingRow
  screens: ScreenRow
  pairings: PairingRow
  bulletins: BulletinRow
  revisions: RevisionRow
  releases: ReleaseRow
  release_slides: ReleaseSlideRow
  slide_measurements: SlideMeasurementRow
  manifests: ManifestRow
  programme_state: ProgrammeStateRow
  keyrings: KeyringRow
  recalls: RecallRow
  recall_screens: RecallScreenRow
  notices: NoticeRow
  notice_deliveries: NoticeDeliveryRow
  receipts: ReceiptRow
  as_run: AsRunRow
  as_run_days: AsRunDayRow
  socket_io_attachments: SocketIoAttachmentRow
}
