import { Low } from 'lowdb'
import type { z } from 'zod'
import type { Log } from '../../shared/kernel/log.js'
import type { DocumentStore } from '../core/ports.js'
import { durableJson } from './durable-json.js'
import { storeFailure } from './durable-write.js'

type Options<T> = {
  schema: z.ZodType<T>
  log: Log
  mode?: number
  dear?: boolean
}

/** One document of the core on disk: lowdb over the durable adapter. */
export function documentStore<T>(
  path: string,
  options: Options<T>,
): DocumentStore<T> {
  const low = new Low<T | null>(
    durableJson<T | null>(path, {
      ...options,
      schema: options.schema.nullable(),
    }),
    null,
  )
  return {
    async load() {
      await low.read()
      return low.data
    },
    async save(value) {
      low.data = value
      try {
        await low.write()
        return { ok: true }
      } catch (error) {
        return storeFailure(error)
      }
    },
  }
}
