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
    created_at: string
  }
}
