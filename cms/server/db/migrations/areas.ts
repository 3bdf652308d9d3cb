import { areaHistory } from './0025-area-history.js'
import { screenGroups } from './0026-screen-groups.js'
import type { Migration } from './migration.js'

/** Steps 0025 to 0029: areas through time, groups of screens. */
export const areaMigrations: readonly Migration[] = [areaHistory, screenGroups]
