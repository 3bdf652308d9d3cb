import type { IncomingMessage } from 'node:http'
import type { ImportPreview } from '../../../shared/contract/api/imports.js'
import { copyOf } from '../../../shared/text/copy/say.js'
import type { UnsaidPreview } from '../sheets/import-plan.js'
import { languageOf } from './reader.js'

/** The preview with its sentences in the reader's language. */
export function sayImport(
  preview: UnsaidPreview,
  request: IncomingMessage,
): ImportPreview {
  const { importRows } = copyOf(languageOf(request))
  return {
    ...preview,
    errors: preview.errors.map((error) => ({
      ...error,
      message: importRows[error.code],
    })),
  }
}
