/*
 * The one way a rendered document gets onto a page, on the glass and in the
 * console alike: load it, wait until it is complete, set its live texts, fit
 * its sizes, cut it into pages, and hand back something that can be driven.
 */
import { filmOf, type Film } from './film.js'
import { fitElement } from './fit.js'
import { bindLive, type LiveValues } from './live.js'
import { loadSlide } from './load-slide.js'
import { measureSlide, type Finding } from './measure.js'
import { layOut, pagesOf } from './lay-out.js'
import { showFlowPage } from './paginate.js'

export type MountOptions = {
  /** The whole document, as it was rendered. */
  html: string
  /** Where its files stand by hash, e.g. `/files` or `/api/v1/files`. */
  filesUrl: string
  /** Size of its viewport in canvas px; portrait when taller than wide. */
  width: number
  height: number
  /** Text enlargement of this screen, 1 … 1.72. Default 1. */
  textStep?: number
  /** Live values it starts with: what they show or hide counts when fitting. */
  live?: LiveValues
  /** Its film is to be played: it is ready only with the film. Default: still. */
  withFilm?: boolean
  signal?: AbortSignal
  /** Default 5000. */
  timeoutMs?: number
}

export type MountedSlide = {
  element: HTMLIFrameElement
  /** At least 1. */
  pages: number
  /** 0-based; out of range shows the nearest. Fades within `fadeMs` if given. */
  showPage(index: number, fadeMs?: number): void
  /** Cheap enough for every frame. */
  updateLive(values: LiveValues): void
  /** Faults a reader would meet, over all pages. Costs tens of ms. */
  measure(): Finding[]
  /** Its film, to be started when it is seen; null where it has none. */
  film: Film | null
  /** Takes it off the page for good. */
  dispose(): void
}

const DEFAULT_TIMEOUT_MS = 5000

/**
 * Mounts one document in `host` and resolves when every sheet, font and
 * picture of it is in and its pages are known. Until then it is laid out but
 * the caller keeps `host` unseen.
 *
 * @throws SlideNotReady when a file is missing, time is up, or it was aborted;
 *   nothing is left in `host` then.
 */
export async function mountSlide(
  host: HTMLElement,
  options: MountOptions,
): Promise<MountedSlide> {
  const textStep = options.textStep ?? 1
  const loaded = await loadSlide(host, {
    ...options,
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    fill(doc) {
      doc.documentElement.style.setProperty('--fit-screen', String(textStep))
      const live = bindLive(doc)
      if (options.live) live.update(options.live)
      return live
    },
  })
  const { element, doc, filled: live } = loaded
  const flows = layOut(doc, textStep, (count) => {
    if (options.live) live.update({ ...options.live, pages: count })
  })
  const pages = pagesOf(flows)

  return {
    element,
    pages,
    showPage(index, fadeMs) {
      for (const flow of flows) showFlowPage(flow, index, fadeMs)
    },
    updateLive(values) {
      for (const changed of live.update(values)) {
        if (changed.dataset['fit']) fitElement(changed, textStep)
      }
    },
    measure: () => measureSlide(doc, flows),
    film: options.withFilm ? filmOf(doc) : null,
    dispose: () => element.remove(),
  }
}
