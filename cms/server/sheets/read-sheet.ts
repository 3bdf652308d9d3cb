import { AppError } from '../../../shared/kernel/app-error.js'
import { readCsv } from './read-csv.js'
import { readXlsx } from './read-xlsx.js'
import { SHEET_LIMITS, type Sheet } from './sheet.js'

/**
 * Reads an uploaded XLSX or CSV, told apart by its bytes and never by its
 * name. Memory and time are bounded by `SHEET_LIMITS` whatever the file holds.
 * Throws `sheet.unreadable`, `sheet.wrong_encoding`, `sheet.too_large`.
 */
export function readSheet(bytes: Uint8Array): Sheet {
  if (bytes.byteLength > SHEET_LIMITS.bytes)
    throw new AppError('sheet.too_large', { limit: 'bytes' })
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readXlsx(bytes)
  // XLS of 1997: a compound file.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    throw new AppError('sheet.unreadable')
  return readCsv(bytes)
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}
