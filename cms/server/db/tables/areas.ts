export type AreasTables = {
  areas: {
    id: string
    parent_id: string | null
    kind: string
    name: string
    /** '/root/…/id/': everything below an area begins with its path. */
    path: string
    created_at: string
  }
  area_codes: {
    area_id: string
    code: string
    /** Calendar dates; `valid_until` is the first day it no longer holds. */
    valid_from: string
    valid_until: string | null
  }
}
