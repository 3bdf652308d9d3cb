/**
 * One answer to one Idempotency-Key (draft-ietf-httpapi-idempotency-key-header):
 * sent twice, done once, also when the first try's process was killed. The
 * key is marked in the transaction of the act, so "done" and "marked" are one.
 */
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import type { Db } from '../../db/database.js'
import { newId } from '../../db/new-id.js'
import { withBeforeCommit } from '../../db/on-commit.js'
import {
  answeredRequestRepository,
  type AnsweredRequest,
  type AnsweredRequestRepository,
} from './answered-request.repository.js'

export type KeyedRequest = {
  personId: string
  key: string
  /** Hash of what is asked: endpoint, parameters and body. */
  requestHash: string
  /** False: the answer is shown once and never kept. */
  keepsAnswer: boolean
}
export type OnceAnswer = { answer: unknown; replayed: boolean }
export type AnswerOnce = (
  request: KeyedRequest,
  work: () => Promise<unknown>,
) => Promise<OnceAnswer>

type Deps = {
  answeredRequests: AnsweredRequestRepository
  clock: Clock
  /** Word of this process; those of dead ones hold nothing. */
  process: string
  /** On one node every other process is dead. */
  alone: boolean
}

const DAY_MS = 86_400_000
/** Longer than any request may run. */
const HOLD_MS = 150_000

/**
 * Does the work the first time and answers the same after that, for 24 hours.
 * A refusal changes nothing and is not kept. Throws request.key_reused (same
 * key, other request), request.in_progress, request.answer_lost (done, but
 * the answer is gone), and what the work throws.
 */
export async function answerOnce(
  deps: Deps,
  request: KeyedRequest,
  work: () => Promise<unknown>,
): Promise<OnceAnswer> {
  const holder = `${deps.process}.${newId()}`
  const kept = await take(deps, request, holder)
  if (kept !== null) return { answer: kept, replayed: true }
  const mine = { ...request, holder }
  let isOpen = true
  const mark = async (db: Db) => {
    // Work that outlives its request makes transactions of its own.
    if (!isOpen) return
    const repository = answeredRequestRepository(db)
    if (!(await repository.markCommitted(holder, request)))
      throw new AppError('request.in_progress', { seconds: 1 })
  }
  try {
    const answer = await withBeforeCommit(mark, work).finally(() => {
      isOpen = false
    })
    const text = request.keepsAnswer ? JSON.stringify(answer) : null
    await deps.answeredRequests.saveAnswer({ ...mine, answer: text })
    return { answer, replayed: false }
  } catch (error) {
    await deps.answeredRequests.removeRunning(mine)
    // Still there: it was done, and only telling about it failed.
    await deps.answeredRequests.saveAnswer({ ...mine, answer: null })
    throw error
  }
}

/** The kept answer; null when the work is ours to do. */
async function take(
  deps: Deps,
  request: KeyedRequest,
  holder: string,
): Promise<unknown> {
  const now = deps.clock.now()
  const heldUntil = new Date(now + HOLD_MS).toISOString()
  await deps.answeredRequests.removeExpired(isoNow(deps.clock))
  const began = await deps.answeredRequests.begin({
    ...request,
    holder,
    state: 'running',
    heldUntil,
    answer: null,
    expiresAt: new Date(now + DAY_MS).toISOString(),
  })
  if (began) return null
  const found = await deps.answeredRequests.find(request.personId, request.key)
  // Forgotten in between: its try was refused.
  if (found === null) throw new AppError('request.in_progress', { seconds: 1 })
  if (found.requestHash !== request.requestHash)
    throw new AppError('request.key_reused', {})
  if (found.state === 'answered' && found.answer !== null)
    return JSON.parse(found.answer) as unknown
  if (found.state === 'answered') throw new AppError('request.answer_lost', {})
  if (!isDead(deps, found, now))
    throw new AppError('request.in_progress', { seconds: 1 })
  if (found.state === 'committed') throw new AppError('request.answer_lost', {})
  const taken = await deps.answeredRequests.takeOver(found, {
    holder,
    heldUntil,
  })
  if (!taken) throw new AppError('request.in_progress', { seconds: 1 })
  return null
}

function isDead(deps: Deps, found: AnsweredRequest, now: number): boolean {
  const ours = found.holder.startsWith(`${deps.process}.`)
  if (ours) return false
  return deps.alone || Date.parse(found.heldUntil) <= now
}
