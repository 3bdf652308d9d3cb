/** The way of a bulletin beside the bulletin itself. */

export type BulletinStepRow = {
  id: string
  bulletin_id: string
  at: string
  actor_id: string
  actor_name: string
  act: string
  revision_number: number
  note: string | null
  remarks_json: string
}

export type DraftSaveRow = {
  id: string
  bulletin_id: string
  revision_number: number
  author_id: string
  author_name: string
  began_at: string
  saved_at: string
  body_json: string
}

export type CorrectionRow = {
  id: string
  state: string
  text: string
  replacement: string
  reason: string
  /** Bulletins with the places to mend, and what became of each. */
  items_json: string
  proposed_at: string
  proposed_by: string
  proposed_by_name: string
  decided_at: string | null
  decided_by_name: string | null
  note: string | null
}

export type BulletinWayTables = {
  corrections: CorrectionRow
  bulletin_steps: BulletinStepRow
  draft_saves: DraftSaveRow
}
