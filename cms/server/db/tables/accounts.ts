import type { Generated } from 'kysely'

/** Dates and booleans as better-auth stores them in each dialect. */
type AuthInstant = string | Date
type AuthBoolean = number | boolean

export type AccountsTables = {
  people: {
    id: string
    name: string
    email: string
    emailVerified: AuthBoolean
    image: string | null
    username: string | null
    displayUsername: string | null
    /** Their post, as on the door: "Phó Chủ tịch UBND xã". */
    post: string | null
    /** The unit they work in; null is known only to old rows. */
    area_id: string | null
    frozen_at: string | null
    frozen_reason: string | null
    /** 1: given by another, to be changed before anything else. */
    password_temporary: Generated<number>
    /** Until when the temporary one lets in; null: for good. */
    password_expires_at: string | null
    twoFactorEnabled: AuthBoolean | null
    createdAt: AuthInstant
    updatedAt: AuthInstant
  }
  sessions: {
    id: string
    userId: string
    token: string
    expiresAt: AuthInstant
    ipAddress: string | null
    userAgent: string | null
    /** When this session last proved who it is; ours, not better-auth's. */
    proved_at: string | null
    /** 1: it has shown more than a password. */
    second_factor: Generated<number>
    createdAt: AuthInstant
    updatedAt: AuthInstant
  }
  credentials: {
    id: string
    userId: string
    accountId: string
    providerId: string
    password: string | null
    accessToken: string | null
    refreshToken: string | null
    idToken: string | null
    accessTokenExpiresAt: AuthInstant | null
    refreshTokenExpiresAt: AuthInstant | null
    scope: string | null
    createdAt: AuthInstant
    updatedAt: AuthInstant
  }
  verifications: {
    id: string
    identifier: string
    value: string
    expiresAt: AuthInstant
    createdAt: AuthInstant
    updatedAt: AuthInstant
  }
  grants: {
    id: string
    person_id: string
    role: string
    area_id: string
    /** Instants; null is open. */
    valid_from: string | null
    valid_until: string | null
    /** Why, in words: "thay đồng chí Hà đi học". */
    note: string | null
    created_at: string
  }
  /** better-auth's: a TOTP secret and recovery codes, both encrypted. */
  authenticators: {
    id: string
    userId: string
    secret: string
    backupCodes: string
    verified: AuthBoolean | null
    failedVerificationCount: number | null
    lockedUntil: AuthInstant | null
  }
  passkeys: {
    id: string
    person_id: string
    name: string
    /** base64url, as WebAuthn names it. */
    credential_id: string
    /** COSE key, base64url. */
    public_key: string
    counter: number
    /** JSON list. */
    transports: string
    created_at: string
    last_used_at: string | null
  }
  passkey_challenges: {
    id: string
    challenge: string
    person_id: string | null
    expires_at: string
  }
  /** Codes of an authenticator are good once. */
  used_codes: { person_id: string; code_hash: string; used_at: string }
  sign_in_tries: { key: string; failures: number; last_at: string }
  known_devices: { device_hash: string; person_id: string; last_at: string }
  /** One row: acts that may leave nobody in charge take turns at it. */
  account_turns: { id: number; taken: number }
}
