import type { CapArea, CapPoint } from './cap-alert.js'

/** Mean radius of the Earth, kilometres. */
const EARTH_KM = 6371

/** Whether a point lies in one of the shapes of an alert's area. */
export function isInside(point: CapPoint, area: CapArea): boolean {
  return (
    area.polygons.some((ring) => isInRing(point, ring)) ||
    area.circles.some(
      ({ centre, radiusKm }) => distanceKm(point, centre) <= radiusKm,
    )
  )
}

/** Great-circle distance. */
export function distanceKm(a: CapPoint, b: CapPoint): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180
  const dLat = rad(b.lat - a.lat)
  const dLon = rad(b.lon - a.lon)
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(dLon / 2) ** 2
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** By the number of edges that a ray to the east crosses. */
function isInRing(point: CapPoint, ring: readonly CapPoint[]): boolean {
  let inside = false
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
    const a = ring[at]!
    const b = ring[before]!
    const spans = a.lat > point.lat !== b.lat > point.lat
    if (!spans) continue
    const share = (point.lat - a.lat) / (b.lat - a.lat)
    if (point.lon < a.lon + share * (b.lon - a.lon)) inside = !inside
  }
  return inside
}
