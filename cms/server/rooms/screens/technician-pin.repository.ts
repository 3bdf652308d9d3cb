import type { Db } from '../../db/database.js'

export type KeptPin = {
  placeId: string
  kind: 'screen' | 'area'
  /** Salted and slow; the PIN itself is nowhere. */
  hash: string
  setAt: string
}

export type TechnicianPinRepository = ReturnType<typeof technicianPinRepository>

/** Technicians' PINs by place: few, and read whole. */
export function technicianPinRepository(db: Db) {
  return {
    async list(): Promise<KeptPin[]> {
      const rows = await db
        .selectFrom('technician_pins')
        .selectAll()
        .orderBy('place_id')
        .execute()
      return rows.map((row) => ({
        placeId: row.place_id,
        kind: row.kind === 'area' ? 'area' : 'screen',
        hash: row.hash,
        setAt: row.set_at,
      }))
    },
    async save(pin: KeptPin): Promise<void> {
      const row = { kind: pin.kind, hash: pin.hash, set_at: pin.setAt }
      await db
        .insertInto('technician_pins')
        .values({ place_id: pin.placeId, ...row })
        .onConflict((conflict) => conflict.column('place_id').doUpdateSet(row))
        .execute()
    },
    async remove(placeId: string): Promise<void> {
      await db
        .deleteFrom('technician_pins')
        .where('place_id', '=', placeId)
        .execute()
    },
  }
}

/**
 * The PIN of a screen: its own, else the nearest area's above it. `path` is
 * the ids from the root down to its area.
 */
export function pinFor(
  pins: readonly KeptPin[],
  screenId: string,
  path: readonly string[],
): KeptPin | undefined {
  const places = [screenId, ...[...path].reverse()]
  for (const place of places) {
    const pin = pins.find(({ placeId }) => placeId === place)
    if (pin) return pin
  }
  return undefined
}
