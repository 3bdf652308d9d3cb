import { createReadStream } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import {
  BUNDLE_MAGIC,
  BUNDLE_MOST_HEADER_BYTES,
  BUNDLE_PREFIX_BYTES,
  type BundleHeader,
} from '../../shared/contract/bundle.js'
import type { BundleSource } from '../core/bundle/import-bundle.js'

/**
 * Reads the header of a bundle and where its files are. What is no bundle has
 * an empty header, which the core refuses. Close it when done.
 */
export async function openBundle(
  path: string,
): Promise<BundleSource & { close(): Promise<void> }> {
  const file = await open(path, 'r')
  const { header, offset } = await readHeader(file)
  const places = new Map<string, { start: number; sizeBytes: number }>()
  let at = offset
  const files = (header as BundleHeader | null)?.files
  for (const one of Array.isArray(files) ? files : []) {
    places.set(one.sha256, { start: at, sizeBytes: one.sizeBytes })
    at += one.sizeBytes
  }
  return {
    header,
    close: () => file.close(),
    async *read(sha256) {
      const place = places.get(sha256)
      if (!place || place.sizeBytes === 0) return
      const { start, sizeBytes } = place
      yield* createReadStream(path, {
        start,
        end: start + sizeBytes - 1,
      }) as AsyncIterable<Uint8Array>
    },
  }
}

async function readHeader(
  file: FileHandle,
): Promise<{ header: unknown; offset: number }> {
  const none = { header: {}, offset: 0 }
  const prefix = await readAt(file, 0, BUNDLE_PREFIX_BYTES)
  if (!prefix) return none
  const text = prefix.toString('latin1')
  if (!text.startsWith(BUNDLE_MAGIC)) return none
  const length = Number.parseInt(text.slice(BUNDLE_MAGIC.length), 16)
  if (!(length > 0 && length <= BUNDLE_MOST_HEADER_BYTES)) return none
  const bytes = await readAt(file, BUNDLE_PREFIX_BYTES, length)
  if (!bytes) return { header: null, offset: 0 }
  try {
    const header: unknown = JSON.parse(bytes.toString('utf8'))
    return { header, offset: BUNDLE_PREFIX_BYTES + length }
  } catch {
    // Damaged on the stick.
    return none
  }
}

/** Exactly so many bytes, or null. */
async function readAt(
  file: FileHandle,
  position: number,
  length: number,
): Promise<Buffer | null> {
  const { size } = await file.stat()
  if (position + length > size) return null
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await file.read(bytes, 0, length, position)
  return bytesRead === length ? bytes : null
}
