/* Runs in the browser of the gallery: one glass, filled by the real frame. */
import { contentBox, CANVAS, fitCanvas } from '../../templates/frame/canvas.js'
import type { LiveValues } from '../../templates/frame/live.js'
import {
  mountSlide,
  type MountedSlide,
} from '../../templates/frame/mount-slide.js'

export type Scene = {
  slide: string
  furniture: string | null
  orientation: 'landscape' | 'portrait'
  textStep: number
  live: LiveValues
}

let mounted: MountedSlide[] = []

/** Shows a scene and answers what was found on it. */
async function show(scene: Scene) {
  for (const one of mounted) one.dispose()
  mounted = []
  const host = document.querySelector<HTMLElement>('#glass')
  if (!host) throw new Error('no glass')
  const canvas = CANVAS[scene.orientation]
  const fit = fitCanvas(scene.orientation, {
    width: innerWidth,
    height: innerHeight,
  })
  host.style.cssText = `position:absolute;transform-origin:0 0;width:${canvas.width}px;height:${canvas.height}px;left:${fit.left}px;top:${fit.top}px;transform:scale(${fit.scale})`
  const shared = {
    filesUrl: new URL('/files', location.href).href,
    textStep: scene.textStep,
    live: scene.live,
  }
  if (scene.furniture) {
    mounted.push(
      await mountSlide(host, { ...shared, ...canvas, html: scene.furniture }),
    )
  }
  const box = contentBox(
    scene.orientation,
    scene.furniture ? 'furnished' : 'full',
  )
  const slide = await mountSlide(host, {
    ...shared,
    html: scene.slide,
    width: box.width,
    height: box.height,
  })
  slide.element.style.top = `${box.top}px`
  mounted.push(slide)
  return { pages: slide.pages, findings: slide.measure() }
}

function turnTo(page: number, live: LiveValues) {
  const slide = mounted.at(-1)
  slide?.showPage(page)
  slide?.updateLive({ ...live, page, pages: slide.pages })
}

Object.assign(globalThis, { show, turnTo })
