import { auditWhole } from './0063-audit-whole.js'
import type { Migration } from './migration.js'

/** Steps 0063 to 0066, in order. */
export const auditMigrations: readonly Migration[] = [auditWhole]
