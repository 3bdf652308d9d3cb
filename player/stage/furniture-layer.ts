/*
 * Header, clock, ticker: one document under all slides. It changes rarely, and
 * then only when the new one is complete.
 */
import { contentBox } from '../../templates/frame/canvas.js'
import type { LiveValues } from '../../templates/frame/live.js'
import {
  mountSlide,
  type MountedSlide,
} from '../../templates/frame/mount-slide.js'
import type { LayerSettings } from './slide-layers.js'

const RETRY_MS = 10_000

/** The layer under the slides of one canvas. */
export class FurnitureLayer {
  private readonly settings: LayerSettings
  private readonly holder: HTMLElement
  private shown: { sha256: string; mounted: MountedSlide } | null = null
  private coming: { sha256: string; abort: AbortController } | null = null
  private failed: { sha256: string; until: number } | null = null

  constructor(canvas: HTMLElement, settings: LayerSettings) {
    this.settings = settings
    const { width, height } = contentBox(settings.orientation, 'full')
    this.holder = canvas.ownerDocument.createElement('div')
    this.holder.className = 'layer'
    this.holder.style.cssText = `left:0;top:0;width:${width}px;height:${height}px`
    canvas.prepend(this.holder)
  }

  /** Whether nothing has to be done for this document at this moment. */
  has(sha256: string, now: number): boolean {
    if (this.shown?.sha256 === sha256) return true
    if (this.coming?.sha256 === sha256) return true
    return this.failed?.sha256 === sha256 && now < this.failed.until
  }

  /** Makes this document the furniture; asked again, it does it once. */
  ensure(sha256: string, live: LiveValues): void {
    if (this.has(sha256, live.now)) return
    this.coming?.abort.abort()
    const mine = { sha256, abort: new AbortController() }
    this.coming = mine
    this.mount(mine, live)
      .catch(() => {
        // The slides stand without it; it is asked for again later.
        this.failed = { sha256, until: live.now + RETRY_MS }
      })
      .finally(() => {
        if (this.coming === mine) this.coming = null
      })
  }

  isMounting(): boolean {
    return this.coming !== null
  }

  updateLive(values: LiveValues): void {
    this.shown?.mounted.updateLive(values)
  }

  clear(): void {
    this.coming?.abort.abort()
    this.coming = null
    this.shown?.mounted.dispose()
    this.holder.remove()
  }

  private async mount(
    mine: { sha256: string; abort: AbortController },
    live: LiveValues,
  ): Promise<void> {
    const { sha256, abort } = mine
    const { readText, filesUrl, orientation } = this.settings
    const html = await readText(sha256, abort.signal)
    const { width, height } = contentBox(orientation, 'full')
    const mounted = await mountSlide(this.holder, {
      html,
      filesUrl,
      width,
      height,
      live,
      signal: abort.signal,
    })
    if (this.coming !== mine) return mounted.dispose()
    this.shown?.mounted.dispose()
    this.shown = { sha256, mounted }
  }
}
