export type TechnicianPinRow = {
  /** Of a screen or of an area; ids are never shared. */
  place_id: string
  kind: string
  hash: string
  set_at: string
}

export type TechnicianTables = { technician_pins: TechnicianPinRow }
