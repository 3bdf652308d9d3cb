export type AuditTables = {
  audit_lines: {
    number: number
    at: string
    actor_id: string
    actor_name: string
    act: string
    subject_kind: string
    subject_id: string
    area_id: string | null
    address: string | null
    /** JSON. */
    details: string
    /** Hash of the line before; 64 zeros before the first. */
    previous_hash: string
    hash: string
    /** The session or token it came from; null before that was kept. */
    via: string | null
    /** Folded, for search; follows from the line and is not in the hash. */
    words: string | null
  }
  /** One row: where the chain ends. Locked by every act. */
  audit_head: { id: number; number: number; hash: string }
  audit_checkpoints: {
    /** The last line it covers. */
    number: number
    hash: string
    sealed_at: string
    /** JWS of number, hash and instant. */
    sealed: string
    /** When the lines up to here were cut away; null while they are kept. */
    cut_at: string | null
    /** The Vietnamese day it was made for: one a day, whichever node is first. */
    day: string | null
  }
  /** One row. */
  audit_settings: {
    id: number
    /** Null: every line is kept for good. */
    keep_months: number | null
  }
}
