import { requests } from './0035-requests.js'
import { apiTokens } from './0036-api-tokens.js'
import { auditCheckpoints } from './0037-audit-checkpoints.js'
import type { Migration } from './migration.js'

/** Steps 0035 to 0039, in order. */
export const requestsMigrations: readonly Migration[] = [
  requests,
  apiTokens,
  auditCheckpoints,
]
