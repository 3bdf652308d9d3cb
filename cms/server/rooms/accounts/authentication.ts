/**
 * Passwords and sessions are better-auth's: hashing (scrypt), cookies, expiry
 * and the session table. We only say how it is set and what of it is reachable.
 */
import { betterAuth } from 'better-auth'
import { twoFactor, username } from 'better-auth/plugins'
import type { Log } from '../../../../shared/kernel/log.js'
import type { Database } from '../../db/database.js'
import { openedSessions } from './opened-sessions.js'
import { normaliseUserName } from './user-name.rules.js'

export const AUTH_PATH = '/api/v1/auth'
/** Header in which our door, and nobody outside, says the caller's address. */
export const ADDRESS_HEADER = 'x-bangtin-address'
export const PASSWORD_MIN = 10
export const PASSWORD_MAX = 128

const APP_NAME = 'Bảng Tin'
const DAY_SECONDS = 86_400

/** Sessions and password hashes, as the rest of the house sees them. */
export type Authentication = {
  /** Answers a request of one of the routes under AUTH_PATH. */
  handle(request: Request): Promise<Response>
  /** The session the cookies carry; null when none or over. */
  sessionOf(headers: Headers): Promise<OpenSession | null>
  /** Opens a session without a password; the answer sets its cookie. */
  openSession(personId: string, headers: Headers): Promise<Response>
  hashPassword(password: string): Promise<string>
  verifyPassword(personId: string, password: string): Promise<boolean>
  /** Recovery codes still unused; 0 without an authenticator. */
  countRecoveryCodes(personId: string): Promise<number>
}

export type OpenSession = { id: string; token: string; personId: string }

export const COOKIE_PREFIX = 'bangtin'

type Options = {
  database: Pick<Database, 'db' | 'dialect'>
  secret: string
  publicUrl: string | null
  log: Log
}

/** Sets better-auth up over our tables. Sessions live 7 days, renewed daily. */
export function createAuthentication(options: Options): Authentication {
  const { database, log } = options
  const origin = options.publicUrl ?? 'http://127.0.0.1'
  const auth = betterAuth({
    appName: APP_NAME,
    baseURL: origin,
    basePath: AUTH_PATH,
    secret: options.secret,
    database: { db: database.db, type: database.dialect },
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
    },
    plugins: [
      username({
        minUsernameLength: 2,
        maxUsernameLength: 40,
        usernameNormalization: normaliseUserName,
        validationOrder: { username: 'post-normalization' },
      }),
      twoFactor({
        issuer: APP_NAME,
        schema: { twoFactor: { modelName: 'authenticators' } },
      }),
      openedSessions(),
    ],
    user: {
      modelName: 'people',
      additionalFields: {
        post: { type: 'string', required: false, input: false },
      },
    },
    session: {
      modelName: 'sessions',
      expiresIn: 7 * DAY_SECONDS,
      updateAge: DAY_SECONDS,
    },
    account: { modelName: 'credentials' },
    verification: { modelName: 'verifications' },
    // The door limits tries per address and name (http/rate-limit.ts).
    rateLimit: { enabled: false },
    // The door lets a request through only from its own origin
    // (http/origin.ts), whatever name the CMS was reached by.
    trustedOrigins: (request) =>
      request === undefined ? [] : [request.headers.get('origin') ?? ''],
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: origin.startsWith('https:'),
      defaultCookieAttributes: {
        httpOnly: true,
        sameSite: 'strict',
        path: '/',
      },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { validateSchema: false },
    },
    logger: {
      level: 'warn',
      // Its words only: its arguments may hold what a person typed.
      log: (level, message) =>
        level === 'error'
          ? log.error({ message }, 'authentication failed inside')
          : log.debug({ level, message }, 'authentication said'),
    },
  })
  return {
    handle: (request) => auth.handler(request),
    async sessionOf(headers) {
      if (!headers.has('cookie')) return null
      const found = await auth.api.getSession({ headers })
      if (found === null) return null
      const { id, token } = found.session
      return { id, token, personId: found.user.id }
    },
    openSession: (personId, headers) =>
      auth.api.openPersonSession({
        body: { personId },
        headers,
        asResponse: true,
      }),
    async hashPassword(password) {
      const context = await auth.$context
      return context.password.hash(password)
    },
    async verifyPassword(personId, password) {
      const { internalAdapter, password: hashing } = await auth.$context
      const kept = await internalAdapter.findCredentialAccount(personId)
      if (!kept?.password || password.length > PASSWORD_MAX) return false
      return hashing.verify({ hash: kept.password, password })
    },
    async countRecoveryCodes(personId) {
      const kept = await auth.api
        .viewBackupCodes({ body: { userId: personId } })
        .catch(() => null)
      return kept?.backupCodes.length ?? 0
    },
  }
}
