/*
 * The film of a slide. A slide has no scripts, so whoever shows it starts the
 * film, without sound, from the place where the programme already is. Its
 * length is the length of its slot: when it ends, the next slide is due.
 */

/** The one film of a mounted slide. */
export type Film = {
  /**
   * Plays from `atSeconds`. When it cannot go on, the still behind it shows
   * and `onFailed` is told once.
   */
  start(atSeconds: number, onFailed: (reason: string) => void): void
}

/** A film that begins this late may as well begin at its beginning. */
const LATE_SECONDS = 1.5

/** The film of a document, or null. Only the first one counts. */
export function filmOf(doc: Document): Film | null {
  const video = doc.querySelector<HTMLVideoElement>('video[data-film]')
  if (!video) return null
  let tell: ((reason: string) => void) | null = null
  const fail = (reason: string) => {
    video.hidden = true
    tell?.(reason)
    tell = null
  }
  video.addEventListener('error', () => fail(reasonOf(video)))
  return {
    start(atSeconds, onFailed) {
      tell = onFailed
      if (video.error) return fail(reasonOf(video))
      video.muted = true
      const isLate = atSeconds > LATE_SECONDS && atSeconds < video.duration
      video.currentTime = isLate ? atSeconds : 0
      video.play().catch((error: unknown) => {
        // Taken off the glass while it was starting: nobody misses it.
        if (error instanceof Error && error.name === 'AbortError') return
        fail(`video ${error instanceof Error ? error.name : String(error)}`)
      })
    },
  }
}

/** Waits until the first picture of the film is there. Rejects with why not. */
export function loadFilm(doc: Document): Promise<void> {
  const video = doc.querySelector<HTMLVideoElement>('video[data-film]')
  if (!video) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const ready = () => {
      video.dataset['ready'] = ''
      resolve()
    }
    video.addEventListener('loadeddata', ready, { once: true })
    video.addEventListener('error', () => reject(new Error(reasonOf(video))), {
      once: true,
    })
    video.muted = true
    video.preload = 'auto'
    video.load()
  })
}

function reasonOf(video: HTMLVideoElement): string {
  const { error, src } = video
  return `video ${error?.code ?? 0} ${src.slice(-64)} ${error?.message ?? ''}`.trim()
}
