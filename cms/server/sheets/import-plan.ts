import { createHash } from 'node:crypto'
import type {
  ImportChange,
  ImportPreview,
} from '../../../shared/contract/api/imports.js'
import { AppError } from '../../../shared/kernel/app-error.js'
import type { RowError } from './plan-rows.js'

/** A preview still without sentences: those are in the reader's language. */
export type UnsaidPreview = Omit<ImportPreview, 'errors'> & {
  errors: RowError[]
}

/** What an import would do, over exactly the state it was planned on. */
export type ImportPlan<Planned> = {
  version: number
  fileHash: string
  planned: readonly Planned[]
  preview: UnsaidPreview
}

type Row = { row: number; what: ImportChange['what'] }

const ERRORS_SHOWN = 1000

/** Binds a plan to its file, its day and the version it was made over. */
export function importPlan<Planned extends Row>(
  made: {
    version: number
    bytes: Uint8Array
    on: string
    planned: readonly Planned[]
    errors: readonly RowError[]
  },
  shown: (one: Planned) => Pick<ImportChange, 'name' | 'fields'>,
): ImportPlan<Planned> {
  const { version, bytes, on, planned, errors } = made
  const fileHash = createHash('sha256').update(bytes).digest('hex')
  const count = (what: Row['what']) =>
    planned.filter((one) => one.what === what).length
  const changes = planned
    .filter(({ what }) => what !== 'unchanged')
    .map((one) => ({ row: one.row, what: one.what, ...shown(one) }))
    .sort((a, b) => a.row - b.row)
  return {
    version,
    fileHash,
    planned,
    preview: {
      token: `${version}.${fileHash}.${on}`,
      counts: {
        added: count('added'),
        changed: count('changed'),
        closed: count('closed'),
        unchanged: count('unchanged'),
        errors: errors.length,
      },
      changes,
      errors: errors.slice(0, ERRORS_SHOWN),
    },
  }
}

/**
 * Throws import.stale unless this is the plan that was shown, without a row
 * that is wrong.
 */
export function requireImportable(
  { preview }: ImportPlan<unknown>,
  token: string,
): void {
  if (preview.token !== token || preview.counts.errors > 0)
    throw new AppError('import.stale')
}
