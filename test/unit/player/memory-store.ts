import { createHash } from 'node:crypto'
import type { ContentStore, Part, Stored } from '../../../player/core/ports.js'

const hashOf = (bytes: Uint8Array) =>
  createHash('sha256').update(bytes).digest('hex')
const wrong: Stored = { ok: false, reason: 'hash_mismatch', detail: '' }

/** The cache in memory; passes the same contract as the one on disk. */
export function memoryStore(): ContentStore {
  const files = new Map<string, Uint8Array>()
  const parts = new Map<string, Uint8Array>()
  const openPart = (name: string): Part => {
    if (!parts.has(name)) parts.set(name, new Uint8Array())
    const bytes = () => parts.get(name) ?? new Uint8Array()
    return {
      sizeBytes: () => bytes().length,
      async write(chunk) {
        parts.set(name, Buffer.concat([bytes(), chunk]))
        return { ok: true }
      },
      async restart() {
        parts.set(name, new Uint8Array())
      },
      async commit() {
        if (hashOf(bytes()) !== name) return wrong
        files.set(name, bytes())
        parts.delete(name)
        return { ok: true }
      },
      async close() {},
    }
  }
  return {
    has: async (name, size) => {
      const found = files.get(name)
      return !!found && (size === undefined || found.length === size)
    },
    list: async () => [...files.keys()],
    async put(name, bytes) {
      if (hashOf(bytes) !== name) return wrong
      files.set(name, bytes)
      return { ok: true }
    },
    read: async (name, most = Infinity) => {
      const found = files.get(name)
      return found && found.length <= most ? found : null
    },
    verify: async (name) => files.has(name),
    openPart: async (name) => openPart(name),
    async remove(name) {
      files.delete(name)
    },
    async dropParts(wanted) {
      for (const name of parts.keys()) if (!wanted.has(name)) parts.delete(name)
    },
    freeBytes: async () => 1e9,
  }
}
