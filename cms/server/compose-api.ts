/** Constructs what stands behind the API's door itself. */
import type { Core } from './core.js'
import { newId } from './db/new-id.js'
import type { Acceptance, Route } from './http/accept.js'
import { auditRoutes } from './http/routes/audit.js'
import { tokenRoutes } from './http/routes/tokens.js'
import { answerOnce } from './rooms/accounts/answer-once.js'
import { answeredRequestRepository } from './rooms/accounts/answered-request.repository.js'
import { createRecordRefusal } from './rooms/audit/record-refusal.js'

export type ApiSide = {
  acceptance: Omit<Acceptance, 'checkAnswers'>
  endpoints: readonly ((route: Route) => void)[]
}

export function composeApi(core: Core): ApiSide {
  const once = {
    answeredRequests: answeredRequestRepository(core.database.db),
    clock: core.clock,
    process: newId(),
    alone: core.database.dialect === 'sqlite',
  }
  return {
    acceptance: {
      authenticate: core.authenticate,
      answerOnce: (request, work) => answerOnce(once, request, work),
      recordRefusal: createRecordRefusal(core),
    },
    endpoints: [
      (route) => auditRoutes(route, core),
      (route) => tokenRoutes(route, core),
    ],
  }
}
