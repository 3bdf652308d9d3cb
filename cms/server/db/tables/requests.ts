export type RequestsTables = {
  answered_requests: {
    person_id: string
    key: string
    request_hash: string
    /** Who works on it: a new word for each try. */
    holder: string
    /** running → committed → answered. */
    state: string
    held_until: string
    /** JSON text; null when it is not kept. */
    answer: string | null
    expires_at: string
  }
  rate_counts: { key: string; window: number; hits: number }
  api_tokens: {
    id: string
    name: string
    /** SHA-256 of the secret part, which has 256 random bits. */
    secret_hash: string
    /** One or more, with spaces. */
    role: string
    /** With spaces; null: all of the roles'. */
    acts: string | null
    area_id: string
    owner_id: string
    owner_name: string
    /** 1: may do acts that ask a person for a fresh proof. */
    grave_acts: number
    created_at: string
    expires_at: string
    last_used_at: string | null
    last_address: string | null
    revoked_at: string | null
  }
}
