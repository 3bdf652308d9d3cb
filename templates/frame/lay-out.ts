/*
 * Sizes and pages of one document: fitted as its template says; and where that
 * would cut, crowd out or starve a text, given to the plain layout instead.
 */
import { fitElement } from './fit.js'
import { isWhole } from './measure.js'
import { layOutFlow, type Flow } from './paginate.js'
import { layOutPlain, leavePlain } from './plain-layout.js'

const TOUCHED =
  '.slide,.slide>*,.slide>*>*,[data-fit],[data-flow],[data-flow-item]'

/** A page with fewer lines than this is a peephole. */
const LEAST_LINES = 2.5
/** From so many pages on, the plain layout is tried too, and taken when it is
 * clearly shorter. */
const MANY_PAGES = 4
const CLEARLY = 0.7

/**
 * Lays the document out so that nothing of it is cut, if that can be.
 *
 * @param tellPages writes how many pages there are into the document: the mark
 *   of the pages needs room too
 */
export function layOut(
  doc: Document,
  textStep: number,
  tellPages: (pages: number) => void,
): Flow[] {
  const undo = rememberStyles(doc)
  const design = () => {
    const flows = layOutDesigned(doc, textStep)
    tellPages(pagesOf(flows))
    return flows
  }
  const designed = design()
  const isGood = isWhole(doc, designed) && !designed.some(isPeephole)
  const pages = pagesOf(designed)
  if (isGood && (pages <= MANY_PAGES || hasOwnPages(doc))) return designed
  for (const how of ['rows', 'blocks'] as const) {
    undo()
    const flow = layOutPlain(doc, textStep, how)
    if (!flow) break
    tellPages(flow.pages)
    const isWorthIt = !isGood || flow.pages <= pages * CLEARLY
    if (isWorthIt && isWhole(doc, [flow])) return [flow]
  }
  leavePlain(doc)
  undo()
  return design()
}

/** Pages of a document: those of its longest flow, at least 1. */
export function pagesOf(flows: readonly Flow[]): number {
  return Math.max(1, ...flows.map((flow) => flow.pages))
}

/** Sizes outside flows first: they decide how much room the flows have. */
function layOutDesigned(doc: Document, textStep: number): Flow[] {
  const fitted = Array.from(doc.querySelectorAll<HTMLElement>('[data-fit]'))
  const inFlow = (element: HTMLElement) => element.closest('[data-flow]')
  for (const element of fitted) {
    if (!inFlow(element)) fitElement(element, textStep)
  }
  const flows = Array.from(
    doc.querySelectorAll<HTMLElement>('[data-flow]'),
    (element) => layOutFlow(element, textStep),
  )
  for (const element of fitted) {
    if (inFlow(element)) fitElement(element, textStep)
  }
  return flows
}

/** Its pages are things of their own (sheets of a document): never run together. */
function hasOwnPages(doc: Document): boolean {
  return doc.querySelector('[data-flow="own-pages"]') !== null
}

function isPeephole({ element, pages }: Flow): boolean {
  if (pages < 2) return false
  const view = element.ownerDocument.defaultView
  const style = view?.getComputedStyle(element)
  const line = Number.parseFloat(style?.lineHeight ?? '') || 56
  return element.clientHeight < line * LEAST_LINES
}

/** What the layout writes into style attributes, to be taken back. */
function rememberStyles(doc: Document): () => void {
  const kept = Array.from(
    doc.querySelectorAll<HTMLElement>(TOUCHED),
    (element) => ({ element, style: element.getAttribute('style') }),
  )
  return () => {
    for (const { element, style } of kept) {
      if (style === null) element.removeAttribute('style')
      else element.setAttribute('style', style)
    }
  }
}
