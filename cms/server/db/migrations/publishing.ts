import { screens } from './0010-screens.js'
import { bulletins } from './0011-bulletins.js'
import { publishing } from './0012-publishing.js'
import { notices } from './0013-notices.js'
import { liveLink } from './0014-live-link.js'
import { legibility } from './0042-legibility.js'
import { mediaLibrary } from './0044-media-library.js'
import { inbox } from './0045-inbox.js'
import { mediaCare } from './0073-media-care.js'
import { screenCare } from './0050-screen-care.js'
import { homecomings } from './0051-homecomings.js'
import { bulletinWay } from './0030-bulletin-way.js'
import { corrections } from './0031-corrections.js'
import { liveOrders } from './0055-live-orders.js'
import { cap } from './0056-cap.js'
import { asRunDays } from './0078-as-run-days.js'
import { technicianPins } from './0076-technician-pins.js'
import type { Migration } from './migration.js'

/** Steps 0010 and up, in order. */
export const publishingMigrations: readonly Migration[] = [
  screens,
  bulletins,
  publishing,
  notices,
  liveLink,
  bulletinWay,
  corrections,
  legibility,
  mediaLibrary,
  inbox,
  screenCare,
  homecomings,
  liveOrders,
  cap,
  mediaCare,
  asRunDays,
  technicianPins,
]
