import { createHash } from 'node:crypto'
import type { Db } from '../../db/database.js'

export type Passkey = {
  id: string
  personId: string
  name: string
  credentialId: string
  /** COSE key, base64url. */
  publicKey: string
  counter: number
  transports: string[]
  createdAt: string
  lastUsedAt: string | null
}

export type Challenge = { challenge: string; personId: string | null }

export type FactorRepository = ReturnType<typeof factorRepository>

/** Second factors: authenticators (kept by better-auth), passkeys, used codes. */
export function factorRepository(db: Db) {
  return {
    async hasAuthenticator(personId: string): Promise<boolean> {
      const row = await db
        .selectFrom('people')
        .select('twoFactorEnabled')
        .where('id', '=', personId)
        .executeTakeFirst()
      return row?.twoFactorEnabled === true || row?.twoFactorEnabled === 1
    },

    /** Everyone with an authenticator in force or a passkey. */
    async listHolders(): Promise<string[]> {
      const people = await db
        .selectFrom('people')
        .select(['id', 'twoFactorEnabled'])
        .execute()
      const keys = await db
        .selectFrom('passkeys')
        .select('person_id')
        .distinct()
        .execute()
      return [
        ...people
          .filter(
            (row) =>
              row.twoFactorEnabled === true || row.twoFactorEnabled === 1,
          )
          .map(({ id }) => id),
        ...keys.map((row) => row.person_id),
      ]
    },

    async removeAuthenticator(personId: string, off: boolean | 0) {
      await db
        .updateTable('people')
        .set({ twoFactorEnabled: off })
        .where('id', '=', personId)
        .execute()
      await db
        .deleteFrom('authenticators')
        .where('userId', '=', personId)
        .execute()
    },

    async listPasskeys(personId: string): Promise<Passkey[]> {
      const rows = await db
        .selectFrom('passkeys')
        .selectAll()
        .where('person_id', '=', personId)
        .orderBy('created_at')
        .execute()
      return rows.map(toPasskey)
    },

    async findPasskey(credentialId: string): Promise<Passkey | null> {
      const row = await db
        .selectFrom('passkeys')
        .selectAll()
        .where('credential_id', '=', credentialId)
        .executeTakeFirst()
      return row === undefined ? null : toPasskey(row)
    },

    async addPasskey(passkey: Passkey): Promise<void> {
      await db
        .insertInto('passkeys')
        .values({
          id: passkey.id,
          person_id: passkey.personId,
          name: passkey.name,
          credential_id: passkey.credentialId,
          public_key: passkey.publicKey,
          counter: passkey.counter,
          transports: JSON.stringify(passkey.transports),
          created_at: passkey.createdAt,
          last_used_at: passkey.lastUsedAt,
        })
        .execute()
    },

    async notePasskeyUse(id: string, counter: number, at: string) {
      await db
        .updateTable('passkeys')
        .set({ counter, last_used_at: at })
        .where('id', '=', id)
        .execute()
    },

    /** Whether there was such a passkey of this person. */
    async removePasskey(personId: string, id: string): Promise<boolean> {
      const { numDeletedRows } = await db
        .deleteFrom('passkeys')
        .where('id', '=', id)
        .where('person_id', '=', personId)
        .executeTakeFirstOrThrow()
      return numDeletedRows > 0n
    },

    async removePasskeys(personId: string): Promise<void> {
      await db
        .deleteFrom('passkeys')
        .where('person_id', '=', personId)
        .execute()
    },

    async addChallenge(
      id: string,
      challenge: Challenge,
      times: { now: string; expiresAt: string },
    ): Promise<void> {
      await db
        .deleteFrom('passkey_challenges')
        .where('expires_at', '<', times.now)
        .execute()
      await db
        .insertInto('passkey_challenges')
        .values({
          id,
          challenge: challenge.challenge,
          person_id: challenge.personId,
          expires_at: times.expiresAt,
        })
        .execute()
    },

    /** Takes it away: a challenge is answered once. Null when none or over. */
    async takeChallenge(id: string, now: string): Promise<Challenge | null> {
      const row = await db
        .deleteFrom('passkey_challenges')
        .where('id', '=', id)
        .returning(['challenge', 'person_id', 'expires_at'])
        .executeTakeFirst()
      if (row === undefined || row.expires_at < now) return null
      return { challenge: row.challenge, personId: row.person_id }
    },

    /** False when this code was used before: RFC 6238 §5.2, once only. */
    async useCode(
      personId: string,
      code: string,
      times: { now: string; forgetBefore: string },
    ): Promise<boolean> {
      await db
        .deleteFrom('used_codes')
        .where('used_at', '<', times.forgetBefore)
        .execute()
      const hash = createHash('sha256').update(`${personId} ${code}`)
      const added = await db
        .insertInto('used_codes')
        .values({
          person_id: personId,
          code_hash: hash.digest('hex'),
          used_at: times.now,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('person_id')
        .executeTakeFirst()
      return added !== undefined
    },
  }
}

function toPasskey(row: {
  id: string
  person_id: string
  name: string
  credential_id: string
  public_key: string
  counter: number
  transports: string
  created_at: string
  last_used_at: string | null
}): Passkey {
  return {
    id: row.id,
    personId: row.person_id,
    name: row.name,
    credentialId: row.credential_id,
    publicKey: row.public_key,
    counter: row.counter,
    transports: JSON.parse(row.transports) as string[],
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }
}
