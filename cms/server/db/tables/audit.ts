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
  }
}
