/* Runs in a browser without a window: one glass, filled by the real frame. */
import { CANVAS, contentBox, fitCanvas } from '../frame/canvas.js'
import type { Finding } from '../frame/finding.js'
import type { LiveValues } from '../frame/live-values.js'
import { mountSlide, type MountedSlide } from '../frame/mount-slide.js'
import type { Orientation } from '../../shared/contract/primitives.js'

export type Scene = {
  slide: string
  frame: 'furnished' | 'full'
  /** Header and ticker around it; null leaves them away. */
  furniture: string | null
  orientation: Orientation
  textStep: number
  live: LiveValues
}

export type Gauged = {
  pages: number
  /** The design was given up so that every word has its place. */
  isPlain: boolean
  findings: Finding[]
}

export type GaugePage = {
  show(scene: Scene): Promise<Gauged>
  turnTo(page: number): void
}

declare global {
  interface Window {
    gauge: GaugePage
  }
}

let mounted: MountedSlide[] = []
let shown: Scene | null = null

/** Shows a scene and answers what a reader would trip over. */
async function show(scene: Scene): Promise<Gauged> {
  for (const one of mounted) one.dispose()
  mounted = []
  const host = makeHost(scene.orientation)
  const shared = {
    filesUrl: new URL('/files', location.href).href,
    textStep: scene.textStep,
    live: scene.live,
    timeoutMs: 30_000,
  }
  if (scene.furniture) {
    const canvas = CANVAS[scene.orientation]
    const html = scene.furniture
    mounted.push(await mountSlide(host, { ...shared, ...canvas, html }))
  }
  const box = contentBox(scene.orientation, scene.frame)
  const { width, height } = box
  const slide = await mountSlide(host, {
    ...shared,
    html: scene.slide,
    width,
    height,
  })
  slide.element.style.top = `${box.top}px`
  mounted.push(slide)
  shown = scene
  return {
    pages: slide.pages,
    isPlain:
      slide.element.contentDocument?.documentElement.dataset['plain'] !==
      undefined,
    findings: mounted.flatMap((one) => one.measure()),
  }
}

function makeHost(orientation: Orientation): HTMLElement {
  document.querySelector('#glass')?.remove()
  const host = document.createElement('div')
  host.id = 'glass'
  const { width, height } = CANVAS[orientation]
  const room = { width: innerWidth, height: innerHeight }
  const fit = fitCanvas(orientation, room)
  host.style.cssText = `position:absolute;transform-origin:0 0;left:${fit.left}px;top:${fit.top}px;width:${width}px;height:${height}px;transform:scale(${fit.scale})`
  document.body.append(host)
  return host
}

function turnTo(page: number): void {
  const slide = mounted.at(-1)
  if (!slide || !shown) return
  slide.showPage(page)
  slide.updateLive({ ...shown.live, page, pages: slide.pages })
}

window.gauge = { show, turnTo }
