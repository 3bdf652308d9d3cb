import type { Db } from '../../db/database.js'

export type AnsweredRequest = {
  personId: string
  key: string
  requestHash: string
  holder: string
  state: 'running' | 'committed' | 'answered'
  heldUntil: string
  answer: string | null
}

export type AnsweredRequestRepository = ReturnType<
  typeof answeredRequestRepository
>

/** Requests with an Idempotency-Key, by person and key. */
export function answeredRequestRepository(db: Db) {
  return {
    /** False when the person's key is there already. */
    async begin(
      request: AnsweredRequest & { expiresAt: string },
    ): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('answered_requests')
        .values({
          person_id: request.personId,
          key: request.key,
          request_hash: request.requestHash,
          holder: request.holder,
          state: request.state,
          held_until: request.heldUntil,
          answer: request.answer,
          expires_at: request.expiresAt,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },

    async find(personId: string, key: string): Promise<AnsweredRequest | null> {
      const row = await db
        .selectFrom('answered_requests')
        .selectAll()
        .where('person_id', '=', personId)
        .where('key', '=', key)
        .executeTakeFirst()
      return row === undefined
        ? null
        : {
            personId: row.person_id,
            key: row.key,
            requestHash: row.request_hash,
            holder: row.holder,
            state: row.state as AnsweredRequest['state'],
            heldUntil: row.held_until,
            answer: row.answer,
          }
    },

    /** Takes over from a holder that has died; false when another did. */
    async takeOver(
      from: AnsweredRequest,
      by: { holder: string; heldUntil: string },
    ): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('answered_requests')
        .set({ holder: by.holder, held_until: by.heldUntil })
        .where('person_id', '=', from.personId)
        .where('key', '=', from.key)
        .where('holder', '=', from.holder)
        .where('state', '=', 'running')
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    /** Called inside the act's transaction; false for one who lost the key. */
    async markCommitted(
      holder: string,
      at: { personId: string; key: string },
    ): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('answered_requests')
        .set({ state: 'committed' })
        .where('person_id', '=', at.personId)
        .where('key', '=', at.key)
        .where('holder', '=', holder)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    async saveAnswer(
      request: Pick<AnsweredRequest, 'personId' | 'key' | 'holder' | 'answer'>,
    ): Promise<void> {
      await db
        .updateTable('answered_requests')
        .set({ state: 'answered', answer: request.answer })
        .where('person_id', '=', request.personId)
        .where('key', '=', request.key)
        .where('holder', '=', request.holder)
        .execute()
    },

    /** Forgets a try that changed nothing, so that the next may do it. */
    async removeRunning(
      request: Pick<AnsweredRequest, 'personId' | 'key' | 'holder'>,
    ): Promise<void> {
      await db
        .deleteFrom('answered_requests')
        .where('person_id', '=', request.personId)
        .where('key', '=', request.key)
        .where('holder', '=', request.holder)
        .where('state', '=', 'running')
        .execute()
    },

    async removeExpired(at: string): Promise<number> {
      const { numDeletedRows } = await db
        .deleteFrom('answered_requests')
        .where('expires_at', '<=', at)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}
