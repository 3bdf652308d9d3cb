/*
 * A screen in small, for people who are not in front of it: the real canvas,
 * the real documents, scaled to whatever room the page gives it.
 *
 * Usage (console):
 *   const view = createScreenView(host, {
 *     orientation: 'landscape',
 *     filesUrl: '/api/v1/files',
 *     title: 'Bản xem trước',
 *     values: () => ({ now: clock.now(), timeZone, language: 'vi' }),
 *   })
 *   await view.setFurniture(furnitureHtml)           // optional; null removes it
 *   const { pages } = await view.setSlide({ html, frame: 'furnished' })
 *   view.showPage(1)                                 // 0-based
 *   view.measure()                                   // findings of the slide
 *   view.destroy()                                   // in the effect's clean-up
 *
 * `host` needs a width; its height is set by the view. A call of `setSlide`
 * that is overtaken by a newer one rejects with reason `aborted`: ignore it.
 */
import type { Orientation } from '../../shared/contract/primitives.js'
import { CANVAS, contentBox } from './canvas.js'
import type { LiveValues } from './live.js'
import type { Finding } from './measure.js'
import { mountSlide, type MountedSlide } from './mount-slide.js'

export type ScreenViewOptions = {
  orientation: Orientation
  /** Where files stand by hash, e.g. `/api/v1/files`. */
  filesUrl: string
  /** What a screen reader says of the picture. */
  title: string
  /** What the glass would know; page and progress are the view's own. */
  values: () => Omit<LiveValues, 'page' | 'pages' | 'progress'>
  textStep?: number
  /** How often clock and countdown are written again. Default 1000. */
  refreshMs?: number
}

export type ViewedSlide = { html: string; frame: 'furnished' | 'full' }

export type ScreenView = {
  /** Replaces the slide once the new one is ready; the old one stays till then. */
  setSlide(slide: ViewedSlide): Promise<{ pages: number }>
  setFurniture(html: string | null): Promise<void>
  showPage(index: number): void
  /** Share of the slot that is over, 0–1, for the time bar. Default 0. */
  setProgress(progress: number): void
  measure(): Finding[]
  destroy(): void
}

/** Builds the view in `host`. Orientation and text step are fixed: build anew. */
export function createScreenView(
  host: HTMLElement,
  options: ScreenViewOptions,
): ScreenView {
  const { canvas, stop } = createCanvas(host, options)
  const layers = {
    furniture: createLayer(canvas, options),
    slide: createLayer(canvas, options),
  }
  let page = 0
  let progress = 0

  const values = (pages: number): LiveValues => ({
    ...options.values(),
    page: Math.min(page, pages - 1),
    pages,
    progress,
  })
  const refresh = () => {
    const pages = layers.slide.mounted?.pages ?? 1
    for (const layer of Object.values(layers)) {
      layer.mounted?.updateLive(values(pages))
    }
  }
  const timer = setInterval(refresh, options.refreshMs ?? 1000)

  return {
    async setSlide(slide) {
      const box = contentBox(options.orientation, slide.frame)
      page = 0
      const mounted = await layers.slide.mount(slide.html, box, values(1))
      refresh()
      return { pages: mounted.pages }
    },
    async setFurniture(html) {
      if (html === null) return layers.furniture.clear()
      const box = contentBox(options.orientation, 'full')
      await layers.furniture.mount(html, box, values(1))
      refresh()
    },
    showPage(index) {
      page = Math.max(0, index)
      layers.slide.mounted?.showPage(page)
      refresh()
    },
    setProgress(next) {
      progress = next
      refresh()
    },
    measure: () => layers.slide.mounted?.measure() ?? [],
    destroy() {
      clearInterval(timer)
      stop()
      layers.furniture.clear()
      layers.slide.clear()
      canvas.remove()
    },
  }
}

function createCanvas(host: HTMLElement, options: ScreenViewOptions) {
  const { width, height } = CANVAS[options.orientation]
  const canvas = host.ownerDocument.createElement('div')
  canvas.setAttribute('role', 'img')
  canvas.setAttribute('aria-label', options.title)
  canvas.style.cssText =
    'position:absolute;left:0;top:0;overflow:hidden;transform-origin:0 0;' +
    'background:#fcf9f3;pointer-events:none'
  canvas.style.width = `${width}px`
  canvas.style.height = `${height}px`
  host.style.position = 'relative'
  host.style.overflow = 'hidden'
  host.style.aspectRatio = `${width} / ${height}`
  host.append(canvas)
  const scale = () => {
    canvas.style.transform = `scale(${host.clientWidth / width})`
  }
  const observer = new ResizeObserver(scale)
  observer.observe(host)
  scale()
  return { canvas, stop: () => observer.disconnect() }
}

type Layer = {
  mounted: MountedSlide | null
  mount(
    html: string,
    box: { left: number; top: number; width: number; height: number },
    live: LiveValues,
  ): Promise<MountedSlide>
  clear(): void
}

function createLayer(canvas: HTMLElement, options: ScreenViewOptions): Layer {
  let wanted: AbortController | null = null
  let shown: HTMLElement | null = null
  const layer: Layer = {
    mounted: null,
    async mount(html, box, live) {
      wanted?.abort()
      const abort = new AbortController()
      wanted = abort
      const holder = canvas.ownerDocument.createElement('div')
      holder.style.cssText = 'position:absolute;overflow:hidden;opacity:0'
      holder.style.left = `${box.left}px`
      holder.style.top = `${box.top}px`
      holder.style.width = `${box.width}px`
      holder.style.height = `${box.height}px`
      if (shown) shown.after(holder)
      else canvas.append(holder)
      try {
        const mounted = await mountSlide(holder, {
          html,
          filesUrl: options.filesUrl,
          width: box.width,
          height: box.height,
          textStep: options.textStep ?? 1,
          live,
          signal: abort.signal,
        })
        holder.style.opacity = '1'
        shown?.remove()
        shown = holder
        layer.mounted = mounted
        return mounted
      } catch (error) {
        holder.remove()
        throw error
      }
    },
    clear() {
      wanted?.abort()
      layer.mounted?.dispose()
      layer.mounted = null
      shown?.remove()
      shown = null
    },
  }
  return layer
}
