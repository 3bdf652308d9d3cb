/*
 * A slide may only be shown when nothing of it can still change: its sheets
 * are applied, its fonts are in, its pictures are decoded. This file waits for
 * that, and says which file was missing when it cannot come true.
 */
import { loadFilm } from './film.js'
import { slideDocument } from './slide-document.js'

/** Why a slide could not be made ready. `detail` names the file or the limit. */
export class SlideNotReady extends Error {
  override readonly name = 'SlideNotReady'
  readonly reason: 'timeout' | 'missing_file' | 'aborted'

  constructor(reason: 'timeout' | 'missing_file' | 'aborted', detail: string) {
    super(`${reason}: ${detail}`)
    this.reason = reason
  }
}

export type LoadOptions<T> = {
  html: string
  filesUrl: string
  width: number
  height: number
  signal?: AbortSignal
  timeoutMs: number
  /** Whether its film is to be played, or only its still shown. */
  withFilm?: boolean
  /** Fills the document before its fonts are waited for: new text may need more. */
  fill: (doc: Document) => T
}

export type LoadedSlide<T> = {
  element: HTMLIFrameElement
  doc: Document
  /** What `fill` returned. */
  filled: T
}

/** An iframe for slides: no scripts, no forms, no pop-ups, no focus. */
function createFrame(
  doc: Document,
  options: LoadOptions<unknown>,
): HTMLIFrameElement {
  const frame = doc.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-same-origin')
  frame.setAttribute('aria-hidden', 'true')
  frame.tabIndex = -1
  frame.style.cssText = 'border:0;display:block;position:absolute;left:0;top:0'
  frame.style.width = `${options.width}px`
  frame.style.height = `${options.height}px`
  frame.srcdoc = slideDocument(options.html, options.filesUrl)
  return frame
}

/**
 * Puts the document into a fresh iframe inside `host` and waits until it is
 * complete. A fresh one each time: a reused iframe leaves history behind.
 *
 * @throws SlideNotReady; the iframe is then gone again.
 */
export async function loadSlide<T>(
  host: HTMLElement,
  options: LoadOptions<T>,
): Promise<LoadedSlide<T>> {
  const frame = createFrame(host.ownerDocument, options)
  const limit = createLimit(options)
  try {
    const loaded = new Promise<void>((resolve) => {
      frame.addEventListener('load', () => resolve(), { once: true })
    })
    host.append(frame)
    await Promise.race([loaded, limit.reached])
    const doc = frame.contentDocument
    if (!doc) throw new SlideNotReady('aborted', 'the frame was taken away')
    const filled = options.fill(doc)
    await Promise.race([complete(doc), limit.reached])
    if (options.withFilm) await Promise.race([film(doc), limit.reached])
    return { element: frame, doc, filled }
  } catch (error) {
    frame.remove()
    throw error
  } finally {
    limit.clear()
  }
}

function createLimit(options: LoadOptions<unknown>) {
  let clear = () => {}
  const reached = new Promise<never>((_resolve, reject) => {
    const abort = () => reject(new SlideNotReady('aborted', 'no longer wanted'))
    if (options.signal?.aborted) abort()
    options.signal?.addEventListener('abort', abort, { once: true })
    const timer = setTimeout(() => {
      reject(new SlideNotReady('timeout', `${options.timeoutMs} ms`))
    }, options.timeoutMs)
    clear = () => {
      clearTimeout(timer)
      options.signal?.removeEventListener('abort', abort)
    }
  })
  // Whoever races it hears of it; alone it is not an unhandled rejection.
  reached.catch(() => {})
  return { reached, clear: () => clear() }
}

async function film(doc: Document): Promise<void> {
  try {
    await loadFilm(doc)
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new SlideNotReady('missing_file', said)
  }
}

async function complete(doc: Document): Promise<void> {
  for (const link of doc.querySelectorAll<HTMLLinkElement>(
    'link[rel~="stylesheet"]',
  )) {
    // A sheet that did not come is an empty one; ours are never empty.
    if (!link.sheet?.cssRules.length) throw missing(link.href)
  }
  // Layout makes the browser ask for the fonts that the text really uses.
  void doc.body.offsetHeight
  await Promise.all([
    fontsIn(doc),
    ...Array.from(doc.images, decodeImage),
    ...backgroundUrls(doc).map(loadBackground),
  ])
}

async function fontsIn(doc: Document): Promise<void> {
  await doc.fonts.ready
  const late = Array.from(doc.fonts).filter(
    ({ status }) => status === 'loading',
  )
  // A font that fails leaves its text in the next family: still to be read.
  await Promise.allSettled(late.map((font) => font.loaded))
}

async function decodeImage(image: HTMLImageElement): Promise<void> {
  try {
    await image.decode()
  } catch {
    throw missing(image.src)
  }
}

/** A missing ornament is no reason to keep the words off the glass. */
function loadBackground(url: string): Promise<void> {
  return new Promise((resolve) => {
    const image = new Image()
    image.onload = image.onerror = () => resolve()
    image.src = url
  })
}

function backgroundUrls(doc: Document): string[] {
  const urls = new Set<string>()
  for (const sheet of doc.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (rule.cssText.startsWith('@font-face')) continue
      for (const found of rule.cssText.matchAll(/url\("([^"]+)"\)/g)) {
        if (found[1])
          urls.add(new URL(found[1], sheet.href ?? doc.baseURI).href)
      }
    }
  }
  return [...urls]
}

function missing(url: string): SlideNotReady {
  return new SlideNotReady('missing_file', url.slice(-64))
}
