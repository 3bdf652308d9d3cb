import type { AccountsTables } from './tables/accounts.js'
import type { AreasTables } from './tables/areas.js'
import type { AuditTables } from './tables/audit.js'
import type { CapTables } from './tables/cap.js'
import type { BulletinWayTables } from './tables/bulletin-way.js'
import type { LiveOrdersTables } from './tables/live-orders.js'
import type { MediaTables } from './tables/media.js'
import type { PublishingTables } from './tables/publishing.js'
import type { RequestsTables } from './tables/requests.js'
import type { TechnicianTables } from './tables/technician.js'

/**
 * Every table, by room. Ids are text, instants ISO-8601 text, booleans 0 or 1,
 * JSON text: one schema that both dialects keep alike. (The four tables that
 * better-auth writes use the dialect's own date and boolean.)
 */
export type Schema = AccountsTables &
  AreasTables &
  AuditTables &
  BulletinWayTables &
  MediaTables &
  LiveOrdersTables &
  CapTables &
  PublishingTables &
  RequestsTables &
  TechnicianTables
