import { requests } from './0035-requests.js'
import { apiTokens } from './0036-api-tokens.js'
import { auditCheckpoints } from './0037-audit-checkpoints.js'
import { tokenActs } from './0060-token-acts.js'
import { rateCounts } from './0061-rate-counts.js'
import type { Migration } from './migration.js'

/** Steps 0035 to 0039 and 0060 to 0062, in order. */
export const requestsMigrations: readonly Migration[] = [
  requests,
  apiTokens,
  auditCheckpoints,
  tokenActs,
  rateCounts,
]
