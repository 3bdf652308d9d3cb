import type { Generated } from 'kysely'

/*
 * Days are calendar dates in the province, yyyy-MM-dd; `valid_until` is the
 * first day on which something no longer holds.
 */
export type AreasTables = {
  areas: {
    id: string
    parent_id: string | null
    kind: string
    /** The name of today; `area_names` has the others. */
    name: string
    /** '/root/…/id/': everything below an area begins with its path. */
    path: string
    created_at: string
    valid_from: Generated<string>
    valid_until: string | null
    /** Rises with every act on this area. */
    version: Generated<number>
    tags_json: Generated<string>
    /** Folded names, aliases and codes of all times, one a line. */
    search: Generated<string>
  }
  area_codes: {
    area_id: string
    code: string
    valid_from: string
    valid_until: string | null
  }
  area_names: {
    area_id: string
    name: string
    valid_from: string
    valid_until: string | null
  }
  area_aliases: { area_id: string; alias: string }
  /** What became of an area; `partial` when only a part of it went there. */
  area_merges: {
    from_id: string
    to_id: string
    merged_on: string
    partial: number
  }
  /** One row: its version rises with every act on any area. */
  area_tree: { id: string; version: number }
  screen_groups: {
    id: string
    name: string
    /** Folded name. */
    search: string
    purpose: string
    owner_area_id: string
    members_json: string
    version: number
    created_at: string
    updated_at: string
    /** Kept, so that what was sent to it can still say its name. */
    removed_at: string | null
  }
}
