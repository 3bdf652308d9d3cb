import type { Clock } from '../../../shared/kernel/clock.js'
import { noticesFor } from '../../../shared/programme/notices-in-force.js'
import { ordersInForce, wordsInForce } from './keep-orders.js'
import { endedNotices, sayWord, type WordDeps } from './notice-words.js'
import type { Programme } from './programme.js'

type Deps = WordDeps & {
  programme: Programme
  clock: Clock & { isWrong(): boolean }
}

/**
 * Says `ended` of notices that are over and forgets orders that no longer
 * matter. Returns the next instant (ms) at which a notice ends, or null.
 */
export async function tidyOrders(deps: Deps): Promise<number | null> {
  const now = deps.clock.now()
  const effective = deps.programme.effective()
  const inForce = effective
    ? noticesFor(effective)
    : deps.programme.parts().notices.map(({ notice }) => ({
        notice,
        to: Date.parse(notice.expiresAt),
      }))
  // By a wrong clock nothing has ended, and nothing may be forgotten.
  if (deps.clock.isWrong()) return null
  const words = deps.state.get().noticeWords
  const notices = inForce.map(({ notice }) => notice)
  for (const notice of endedNotices(words, notices, deps.clock))
    await sayWord(deps, { notice, state: 'ended', at: now })
  await forget(deps, now)
  const ends = inForce.map(({ to }) => to).filter((to) => to > now)
  return ends.length > 0 ? Math.min(...ends) : null
}

async function forget(deps: Deps, now: number): Promise<void> {
  const parts = deps.programme.parts()
  const kept = ordersInForce(parts, now)
  if (
    kept.notices.length < parts.notices.length ||
    kept.recalls.length < parts.recalls.length
  )
    deps.programme.set(kept)
  const names = new Set(
    [...kept.notices, ...kept.recalls].map(({ sealed }) => sealed),
  )
  const saved = deps.state.get()
  const orders = saved.orders.filter(({ sealed }) => names.has(sealed))
  const noticeWords = wordsInForce(saved.noticeWords, now)
  if (
    orders.length === saved.orders.length &&
    noticeWords.length === saved.noticeWords.length
  )
    return
  await deps.state.change((state) => ({
    ...state,
    orders: state.orders.filter(
      (o) => names.has(o.sealed) || !saved.orders.includes(o),
    ),
    noticeWords: wordsInForce(state.noticeWords, now),
  }))
}
