/**
 * Passwords and sessions are better-auth's: hashing (scrypt), cookies, expiry
 * and the session table. We only say how it is set and what of it is reachable.
 */
import { betterAuth } from 'better-auth'
import { username } from 'better-auth/plugins'
import type { Log } from '../../../../shared/kernel/log.js'
import type { Database } from '../../db/database.js'

export const AUTH_PATH = '/api/v1/auth'
/** Header in which our door, and nobody outside, says the caller's address. */
export const ADDRESS_HEADER = 'x-bangtin-address'
export const PASSWORD_MIN = 10
export const PASSWORD_MAX = 128

const DAY_SECONDS = 86_400

/** Sessions and password hashes, as the rest of the house sees them. */
export type Authentication = {
  /** Answers a request of one of the routes under AUTH_PATH. */
  handle(request: Request): Promise<Response>
  /** Whose session the cookies carry; null when none or over. */
  personIdOf(headers: Headers): Promise<string | null>
  hashPassword(password: string): Promise<string>
}

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
    appName: 'Bảng Tin',
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
    plugins: [username({ minUsernameLength: 2, maxUsernameLength: 40 })],
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
      cookiePrefix: 'bangtin',
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
    async personIdOf(headers) {
      if (!headers.has('cookie')) return null
      const session = await auth.api.getSession({ headers })
      return session?.user.id ?? null
    },
    async hashPassword(password) {
      const context = await auth.$context
      return context.password.hash(password)
    },
  }
}
