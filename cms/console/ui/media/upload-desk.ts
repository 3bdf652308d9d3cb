// Uploads under way: two at a time, each with its progress, its refusal in
// words and a way to try again. It outlives the page that began them.
import type { UploadedMedia } from '../../../../shared/contract/api/media.js'
import type { Sending } from '../../api/send-file.js'

export type UploadItem = {
  key: number
  name: string
  bytes: number
  /** `working`: sent whole, the server is making its forms. */
  state: 'waiting' | 'sending' | 'working' | 'done' | 'failed'
  share: number
  error: unknown
  media: UploadedMedia | null
}

type Job = { file: File; areaId: string | undefined; stop: AbortController }
type Deps = {
  send: (file: File, sending: Sending) => Promise<UploadedMedia>
  onDone: (media: UploadedMedia) => void
}

const AT_ONCE = 2

export type UploadDesk = ReturnType<typeof createUploadDesk>

/** `add` returns the keys of what was added, in order. */
export function createUploadDesk({ send, onDone }: Deps) {
  let items: readonly UploadItem[] = []
  let nextKey = 1
  const jobs = new Map<number, Job>()
  const listeners = new Set<() => void>()
  const set = (key: number, patch: Partial<UploadItem>): void => {
    items = items.map((one) => (one.key === key ? { ...one, ...patch } : one))
    listeners.forEach((tell) => tell())
  }
  const busy = (): number =>
    items.filter(({ state }) => state === 'sending' || state === 'working')
      .length

  const run = async (key: number): Promise<void> => {
    const job = jobs.get(key)
    if (!job) return
    job.stop = new AbortController()
    set(key, { state: 'sending', share: 0, error: null })
    try {
      const media = await send(job.file, {
        areaId: job.areaId,
        signal: job.stop.signal,
        onProgress: (share) =>
          set(key, { share, state: share >= 1 ? 'working' : 'sending' }),
      })
      set(key, { state: 'done', share: 1, media })
      jobs.delete(key)
      onDone(media)
    } catch (error) {
      set(key, { state: 'failed', error })
    }
    next()
  }
  const next = (): void => {
    for (const { key, state } of items) {
      if (busy() >= AT_ONCE) return
      if (state === 'waiting') void run(key)
    }
  }
  return {
    items: () => items,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add(files: readonly File[], areaId?: string): number[] {
      const added = files.map((file): UploadItem => {
        const key = nextKey++
        jobs.set(key, { file, areaId, stop: new AbortController() })
        return {
          key,
          name: file.name,
          bytes: file.size,
          state: 'waiting',
          share: 0,
          error: null,
          media: null,
        }
      })
      items = [...items, ...added]
      next()
      listeners.forEach((tell) => tell())
      return added.map(({ key }) => key)
    },
    /** From the beginning: what was sent before is not kept by the server. */
    retry(key: number): void {
      if (!jobs.has(key)) return
      set(key, { state: 'waiting' })
      next()
    },
    /** Takes it off the list, ending it first. */
    drop(key: number): void {
      jobs.get(key)?.stop.abort()
      jobs.delete(key)
      items = items.filter((one) => one.key !== key)
      listeners.forEach((tell) => tell())
      next()
    },
    dropDone(): void {
      items = items.filter(({ state }) => state !== 'done')
      listeners.forEach((tell) => tell())
    },
  }
}
