import type { RevisionInput } from '../../../../shared/contract/api/bulletins.js'

/**
 * Lays the slides of a revision out on every kind of glass. Throws
 * bulletin.not_legible, with field, orientation and text size, when a reader
 * would meet a cut, crowded, small or pale text.
 */
export type RequireLegible = (
  written: Pick<RevisionInput, 'templateId' | 'fields'>,
) => Promise<void>
