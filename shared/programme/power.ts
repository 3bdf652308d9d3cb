import type { Manifest } from '../contract/manifest.js'
import { eligibilityOf, isEligible } from './eligibility.js'
import { noticesFor, noticesInForce } from './notices-in-force.js'

/** `dim`: percent of the full light. */
export type GlassLight =
  { level: 'on' } | { level: 'dim'; percent: number } | { level: 'off' }

/**
 * How much light the glass gives at `instant` (ms). A notice in force lights it
 * fully, whatever the hour: nobody is to sleep through a flood.
 */
export function glassLightAt(manifest: Manifest, instant: number): GlassLight {
  const { power, timeZone } = manifest.screen
  if (!power) return { level: 'on' }
  if (noticesInForce(noticesFor(manifest), instant).length > 0)
    return { level: 'on' }
  const { on, weekdays } = power
  const hours = {
    dayparts: on,
    ...(weekdays?.length ? { weekdays } : {}),
  }
  if (!isEligible(eligibilityOf(hours, timeZone), instant))
    return { level: 'off' }
  const dim = power.dim?.find(({ from, to }) =>
    isEligible(eligibilityOf({ dayparts: [{ from, to }] }, timeZone), instant),
  )
  return dim ? { level: 'dim', percent: dim.percent } : { level: 'on' }
}
