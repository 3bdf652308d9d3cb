/**
 * Reads a few named files out of a ZIP. Written for hostile archives: nothing
 * is unpacked that was not asked for, and unpacking stops at the limit however
 * small the archive said its content was. (APPNOTE.TXT 4.3; no encryption, no
 * ZIP64, no disks, which no spreadsheet of ours needs.)
 */
import { inflateRawSync } from 'node:zlib'
import { AppError } from '../../../shared/kernel/app-error.js'
import { SHEET_LIMITS } from './sheet.js'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
/** A workbook has some twenty files; more than this is no workbook. */
const ENTRIES_MAX = 2_000

type Entry = { method: number; packed: number; at: number }

export type Archive = {
  /** Unpacked bytes of the file of this name; null when there is none. */
  read(name: string): Uint8Array | null
}

/** Throws `sheet.unreadable`; reading throws that or `sheet.too_large`. */
export function openArchive(bytes: Uint8Array): Archive {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory(file)
  let left: number = SHEET_LIMITS.unpackedBytes
  return {
    read(name) {
      const entry = entries.get(name)
      if (entry === undefined) return null
      const content = unpack(file, entry, left)
      left -= content.byteLength
      return content
    },
  }
}

function readDirectory(file: Buffer): Map<string, Entry> {
  const end = file.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  if (end < 0 || end + 22 > file.length) throw unreadable()
  if (file.readUInt32LE(end) !== END_OF_DIRECTORY) throw unreadable()
  const count = file.readUInt16LE(end + 10)
  if (count > ENTRIES_MAX) throw unreadable()
  const entries = new Map<string, Entry>()
  let at = file.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== DIRECTORY_ENTRY)
      throw unreadable()
    const nameLength = file.readUInt16LE(at + 28)
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    entries.set(name, {
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      at: file.readUInt32LE(at + 42),
    })
    const extra = file.readUInt16LE(at + 30)
    const comment = file.readUInt16LE(at + 32)
    at += 46 + nameLength + extra + comment
  }
  return entries
}

function unpack(file: Buffer, entry: Entry, limit: number): Uint8Array {
  const { at, packed, method } = entry
  if (at + 30 > file.length || file.readUInt32LE(at) !== LOCAL_ENTRY)
    throw unreadable()
  const from = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28)
  if (from + packed > file.length) throw unreadable()
  const content = file.subarray(from, from + packed)
  if (method === 0) {
    if (content.length > limit) throw tooLarge()
    return content
  }
  if (method !== 8) throw unreadable()
  if (limit <= 0) throw tooLarge()
  try {
    return inflateRawSync(content, { maxOutputLength: limit })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : unreadable(error)
  }
}

function unreadable(cause?: unknown): AppError {
  return new AppError('sheet.unreadable', {}, cause)
}

function tooLarge(): AppError {
  return new AppError('sheet.too_large', { limit: 'unpacked' })
}
