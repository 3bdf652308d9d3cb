/*
 * The gate before a slide may be released, and the author's second pair of
 * eyes: what would be cut, too small, too pale or too near the edge. It looks
 * at the laid-out text itself, so it holds for every template.
 */
import { textContrast } from './contrast.js'
import { finding, type Finding } from './finding.js'
import { FLOOR_PX, overflows } from './fit.js'
import type { Flow } from './paginate.js'

export type { Finding } from './finding.js'

type Edges = { left: number; right: number; top: number; bottom: number }

const TOLERANCE_PX = 2
/** Large text needs less, but a wall is read from afar: one bound for all. */
const MIN_CONTRAST = 4.5
/** SMPTE ST 2046-1: text inside 90 % across; at least 3.5 % from top and bottom. */
const SAFE_X = { landscape: 96, portrait: 54 }
const SAFE_Y = { landscape: 38, portrait: 67 }
const FULL_HEIGHT = { landscape: 1080, portrait: 1920 }

/** All faults of one laid-out document, each element and kind once. */
export function measureSlide(doc: Document, flows: readonly Flow[]): Finding[] {
  const root = doc.documentElement
  const width = root.clientWidth
  const height = root.clientHeight
  const found: Finding[] = []
  for (const { element, rects } of visibleTexts(doc)) {
    for (const check of [
      () => checkFloor(element),
      () => checkBounds(element, rects, { width, height, flows }),
      () => checkClip(element, rects, flows),
      () => checkContrast(element),
    ]) {
      const fault = check()
      if (fault) found.push(fault)
    }
  }
  for (const box of crowdedBoxes(doc)) {
    const room = box.clientHeight
    found.push(
      finding('OVER', box, { measured: box.scrollHeight, allowed: room }),
    )
  }
  return found
}

/** Whether every word of a laid-out document is on the glass, inside its edges. */
export function isWhole(doc: Document, flows: readonly Flow[]): boolean {
  const { clientWidth: width, clientHeight: height } = doc.documentElement
  const isCut = visibleTexts(doc).some(
    ({ element, rects }) =>
      checkBounds(element, rects, { width, height, flows }) !== null ||
      checkClip(element, rects, flows) !== null,
  )
  if (isCut) return false
  return !crowdedBoxes(doc).length
}

/** Boxes whose content is larger than they are. */
function crowdedBoxes(doc: Document): HTMLElement[] {
  return Array.from(
    doc.querySelectorAll<HTMLElement>('[data-fit],[data-flow-item]'),
  ).filter((box) => isSeen(box) && overflows(box))
}

/** Elements with text of their own, and where that text stands. */
function visibleTexts(doc: Document): { element: Element; rects: DOMRect[] }[] {
  const texts = new Map<Element, DOMRect[]>()
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT)
  const range = doc.createRange()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (!element || !node.nodeValue?.trim() || !isSeen(element)) continue
    range.selectNodeContents(node)
    const rects = Array.from(range.getClientRects()).filter(
      (rect) => rect.width > 0 && rect.height > 0,
    )
    if (rects.length > 0) {
      texts.set(element, [...(texts.get(element) ?? []), ...rects])
    }
  }
  return Array.from(texts, ([element, rects]) => ({ element, rects }))
}

function isSeen(element: Element): boolean {
  if (element.closest('[aria-hidden="true"],style,script,title')) return false
  return element.checkVisibility({ visibilityProperty: true })
}

function checkFloor(element: Element): Finding | null {
  const size = sizeOf(element)
  return size < FLOOR_PX - 0.5
    ? finding('FLOOR', element, { measured: size, allowed: FLOOR_PX })
    : null
}

/** Text size in canvas px, also where a drawing is scaled. */
function sizeOf(element: Element): number {
  const view = element.ownerDocument.defaultView
  const size = Number.parseFloat(
    view?.getComputedStyle(element).fontSize ?? '0',
  )
  const drawn = element as Partial<SVGGraphicsElement>
  const scale = drawn.getScreenCTM?.()?.a ?? 1
  return size * scale
}

function checkBounds(
  element: Element,
  rects: readonly DOMRect[],
  glass: { width: number; height: number; flows: readonly Flow[] },
): Finding | null {
  const { width, height } = glass
  const side = width > height ? 'landscape' : 'portrait'
  const safeX = SAFE_X[side]
  const safeY = height === FULL_HEIGHT[side] ? SAFE_Y[side] : 0
  const text = union(rects.map((rect) => onItsPage(element, rect, glass.flows)))
  const beyond = Math.max(
    -text.left,
    text.right - width,
    -text.top,
    text.bottom - height,
  )
  if (beyond > TOLERANCE_PX) {
    return finding('OVER', element, { measured: beyond, allowed: 0 })
  }
  const across = Math.min(text.left, width - text.right)
  if (across < safeX - TOLERANCE_PX) {
    return finding('SAFE', element, { measured: across, allowed: safeX })
  }
  const upright = Math.min(text.top, height - text.bottom)
  if (upright < safeY - TOLERANCE_PX) {
    return finding('SAFE', element, { measured: upright, allowed: safeY })
  }
  return null
}

function checkClip(
  element: Element,
  rects: readonly DOMRect[],
  flows: readonly Flow[],
): Finding | null {
  const view = element.ownerDocument.defaultView
  const text = union(rects.map((rect) => onItsPage(element, rect, flows)))
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (at === element.ownerDocument.documentElement) break
    const style = view?.getComputedStyle(at)
    if (!style || style.overflow === 'visible') continue
    const box = onItsPage(at, at.getBoundingClientRect(), flows)
    const cut = Math.max(
      box.left - text.left,
      text.right - box.right,
      box.top - text.top,
      text.bottom - box.bottom,
    )
    if (cut > TOLERANCE_PX && at.localName !== 'body') {
      return finding('CLIP', element, { measured: cut, allowed: 0 })
    }
  }
  return null
}

function checkContrast(element: Element): Finding | null {
  if (element.closest('svg')) return null
  const ratio = textContrast(element)
  return ratio !== null && ratio < MIN_CONTRAST
    ? finding('CONTRAST', element, { measured: ratio, allowed: MIN_CONTRAST })
    : null
}

/** Where text stands when its own page is in view; other pages are not faults. */
function onItsPage(
  element: Element,
  rect: DOMRect,
  flows: readonly Flow[],
): Edges {
  const { top, bottom } = rect
  const flow = flows.find(
    (one) => one.element !== element && one.element.contains(element),
  )
  if (!flow) return { left: rect.left, right: rect.right, top, bottom }
  const start = flow.element.getBoundingClientRect().left + flow.paddingLeft
  const from = rect.left - start + flow.element.scrollLeft
  const shift = Math.floor((from + TOLERANCE_PX) / flow.pitch) * flow.pitch
  const left = start + from - shift
  return { left, right: left + rect.width, top, bottom }
}

function union(edges: readonly Edges[]): Edges {
  return {
    left: Math.min(...edges.map((edge) => edge.left)),
    right: Math.max(...edges.map((edge) => edge.right)),
    top: Math.min(...edges.map((edge) => edge.top)),
    bottom: Math.max(...edges.map((edge) => edge.bottom)),
  }
}
