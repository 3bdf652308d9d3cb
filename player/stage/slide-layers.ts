/*
 * Double buffering: what is shown stands until the next document is complete
 * behind it, then the new one fades in above. At most two documents live here
 * at any time, and none outlives its use.
 */
import { contentBox } from '../../templates/frame/canvas.js'
import type { LiveValues } from '../../templates/frame/live.js'
import {
  mountSlide,
  type MountedSlide,
} from '../../templates/frame/mount-slide.js'
import type { Orientation } from '../../shared/contract/primitives.js'

export type Placed = { sha256: string; frame: 'furnished' | 'full' }

export type LayerSettings = {
  filesUrl: string
  orientation: Orientation
  textStep: number
  readText: (sha256: string, signal: AbortSignal) => Promise<string>
  /** Called when the hidden layer became ready: it may be due already. */
  onReady?: () => void
}

type Layer = { holder: HTMLElement; mounted: MountedSlide }
type Bench = {
  slide: Placed
  abort: AbortController
  state: 'pending' | 'ready' | 'failed'
  reason: string
  layer: Layer | null
}

/** The slides inside `canvas`: one on the glass, one being made ready. */
export class SlideLayers {
  private readonly canvas: HTMLElement
  private readonly settings: LayerSettings
  private shown: (Layer & { frame: Placed['frame'] }) | null = null
  private bench: Bench | null = null
  private endFade: (() => void) | null = null

  constructor(canvas: HTMLElement, settings: LayerSettings) {
    this.canvas = canvas
    this.settings = settings
  }

  /** What is on the glass, fading in included. */
  current(): MountedSlide | null {
    return this.shown?.mounted ?? null
  }

  /** How far this document is in the hidden layer, and why it failed. */
  stateOf(slide: Placed): Pick<Bench, 'reason'> & {
    state: 'none' | Bench['state']
  } {
    const { bench } = this
    if (!bench || !sameSlide(bench.slide, slide)) {
      return { state: 'none', reason: '' }
    }
    return bench
  }

  /** Makes it ready in the hidden layer; whatever else was there goes. */
  prepare(slide: Placed, live: LiveValues): void {
    this.drop()
    const abort = new AbortController()
    const next: Bench = {
      slide,
      abort,
      state: 'pending',
      reason: '',
      layer: null,
    }
    this.bench = next
    makeLayer(this.canvas, this.settings, {
      slide,
      live,
      signal: abort.signal,
    }).then(
      (layer) => {
        if (this.bench !== next) return remove(layer)
        next.layer = layer
        next.state = 'ready'
        this.settings.onReady?.()
      },
      (error: unknown) => {
        next.state = 'failed'
        next.reason = error instanceof Error ? error.message : String(error)
      },
    )
  }

  /** Gives the hidden layer up. */
  drop(): void {
    this.bench?.abort.abort()
    if (this.bench?.layer) remove(this.bench.layer)
    this.bench = null
  }

  /** Puts the ready document on the glass, above what stands there. */
  swap(fadeMs: number): void {
    if (!this.bench?.layer) return
    this.finishFade()
    const old = this.shown
    const next = { ...this.bench.layer, frame: this.bench.slide.frame }
    this.bench = null
    this.shown = next
    // Above the old one by number: moved in the tree, it would load anew.
    next.holder.style.zIndex = '2'
    this.endFade = fade(next, old, fadeMs, () => (this.endFade = null))
  }

  isFading(): boolean {
    return this.endFade !== null
  }

  /** Ends a running fade now, so that something urgent finds room. */
  finishFade(): void {
    this.endFade?.()
  }

  /** Leaves bare paper. */
  clear(): void {
    this.finishFade()
    this.drop()
    if (this.shown) remove(this.shown)
    this.shown = null
  }
}

function sameSlide(a: Placed, b: Placed): boolean {
  return a.sha256 === b.sha256 && a.frame === b.frame
}

function remove(layer: Layer): void {
  layer.mounted.dispose()
  layer.holder.remove()
}

type LayerRequest = { slide: Placed; live: LiveValues; signal: AbortSignal }

async function makeLayer(
  canvas: HTMLElement,
  settings: LayerSettings,
  { slide, live, signal }: LayerRequest,
): Promise<Layer> {
  const html = await settings.readText(slide.sha256, signal)
  const box = contentBox(settings.orientation, slide.frame)
  const holder = canvas.ownerDocument.createElement('div')
  holder.className = 'layer'
  // Unseen but not quite nought: so it is painted now, not when it is due.
  holder.style.opacity = '0.001'
  holder.style.willChange = 'opacity'
  holder.style.zIndex = '0'
  for (const side of ['left', 'top', 'width', 'height'] as const) {
    holder.style[side] = `${box[side]}px`
  }
  canvas.append(holder)
  try {
    const mounted = await mountSlide(holder, {
      html,
      filesUrl: settings.filesUrl,
      width: box.width,
      height: box.height,
      textStep: settings.textStep,
      withFilm: true,
      live,
      signal,
    })
    return { holder, mounted }
  } catch (error) {
    holder.remove()
    throw error
  }
}

/** Starts the fade and returns what ends it at once. */
function fade(
  next: Layer & { frame: Placed['frame'] },
  old: (Layer & { frame: Placed['frame'] }) | null,
  fadeMs: number,
  whenOver: () => void,
): () => void {
  next.holder.style.opacity = '1'
  const timing = { duration: fadeMs, easing: 'cubic-bezier(.2,.7,.2,1)' }
  const runs = [next.holder.animate([{ opacity: 0 }, { opacity: 1 }], timing)]
  // A smaller slide above a full one: the furniture has to come back as well.
  if (old?.frame === 'full' && next.frame === 'furnished') {
    runs.push(old.holder.animate([{ opacity: 1 }, { opacity: 0 }], timing))
  }
  let timer = 0
  const end = () => {
    window.clearTimeout(timer)
    for (const run of runs) run.cancel()
    if (old) remove(old)
    next.holder.style.zIndex = '1'
    whenOver()
  }
  timer = window.setTimeout(end, fadeMs)
  return end
}
