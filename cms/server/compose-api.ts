/** Constructs what stands behind the API's door itself. */
import type { Core } from './core.js'
import { newId } from './db/new-id.js'
import type { Acceptance, Route } from './http/accept.js'
import {
  createRateBook,
  type Exchange,
  type RateBook,
} from './http/rate-book.js'
import { createLimitCaller, type Limits } from './http/rate-limit.js'
import { auditRoutes } from './http/routes/audit.js'
import { tokenRoutes } from './http/routes/tokens.js'
import { answerOnce } from './rooms/accounts/answer-once.js'
import { answeredRequestRepository } from './rooms/accounts/answered-request.repository.js'
import { rateCountRepository } from './rooms/accounts/rate-count.repository.js'
import { createRecordRefusal } from './rooms/audit/record-refusal.js'

export type ApiSide = {
  rates: RateBook
  acceptance: Omit<Acceptance, 'checkAnswers'>
  endpoints: readonly ((route: Route) => void)[]
}

export function composeApi(core: Core, limits: Limits): ApiSide {
  const once = {
    answeredRequests: answeredRequestRepository(core.database.db),
    clock: core.clock,
    process: newId(),
    alone: core.database.dialect === 'sqlite',
  }
  const rates = createRateBook({
    clock: core.clock,
    log: core.log.child({ room: 'http' }),
    exchange: core.database.dialect === 'postgres' ? shareCounts(core) : null,
  })
  return {
    rates,
    acceptance: {
      authenticate: core.authenticate,
      answerOnce: (request, work) => answerOnce(once, request, work),
      recordRefusal: createRecordRefusal(core),
      limitCaller: createLimitCaller(limits, rates),
    },
    endpoints: [
      (route) => auditRoutes(route, core),
      (route) => tokenRoutes(route, core),
    ],
  }
}

/** Minutes that are over are forgotten by whoever opens a new one. */
function shareCounts(core: Core): Exchange {
  const kept = rateCountRepository(core.database.db)
  let newest = 0
  return async (counted) => {
    const window = counted[0]?.window ?? 0
    if (window > newest) {
      newest = window
      await kept.forgetBefore(window - 5)
    }
    return kept.exchange(counted)
  }
}
