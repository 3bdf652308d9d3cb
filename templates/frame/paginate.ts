/*
 * Long content becomes equal pages without knowing what it is: a fixed box
 * whose content flows into CSS columns as wide as itself. Chromium then breaks
 * lines and repeats table heads; a page is a scroll position.
 */

/** Space between two pages, so that ink of one never shows on its neighbour. */
const MIN_GAP_PX = 64

/** A `data-flow` box after it was laid out. Lengths in CSS px. */
export type Flow = {
  element: HTMLElement
  pages: number
  /** The page in view, 0-based. */
  page: number
  /** Inner width of one page, and from one page's start to the next one's. */
  pageWidth: number
  pitch: number
  paddingLeft: number
}

/**
 * How many rows stand on each page: as few pages as the smallest allowed row
 * height permits, and the same number of rows on each (8 → 4+4, never 5+3).
 */
export function planRows(
  rows: number,
  room: { height: number; minRow: number },
): { pages: number; perPage: number; rowHeight: number } {
  const most = Math.max(1, Math.floor(room.height / Math.max(1, room.minRow)))
  const pages = Math.max(1, Math.ceil(rows / most))
  const perPage = Math.max(1, Math.ceil(rows / pages))
  return { pages, perPage, rowHeight: Math.floor(room.height / perPage) }
}

/**
 * Turns one `data-flow` box into pages. The box keeps the size it has: only
 * what is inside changes. `data-flow-item` children get equal rows of at least
 * `data-flow-min` × text step px, told to their CSS as `--flow-row`; with
 * `keepRows` they stay as tall as they are.
 */
export function layOutFlow(
  element: HTMLElement,
  textStep: number,
  how: { keepRows?: boolean } = {},
): Flow {
  const style = element.style
  style.overflow = 'hidden'
  // Fixed before the columns exist, so that a flexible box cannot grow by them.
  style.boxSizing = 'border-box'
  const { width, height } = element.getBoundingClientRect()
  style.width = `${width}px`
  style.height = `${height}px`
  style.minHeight = '0'
  style.maxHeight = 'none'
  style.flex = 'none'
  style.display = 'block'

  const computed = element.ownerDocument.defaultView?.getComputedStyle(element)
  const length = (name: string) =>
    Number.parseFloat(computed?.getPropertyValue(name) ?? '') || 0
  const paddingLeft = length('padding-left')
  const paddings = paddingLeft + length('padding-right')
  const borders = length('border-left-width') + length('border-right-width')
  const pageWidth = width - paddings - borders
  const gap = Math.max(MIN_GAP_PX, paddings)
  // A whole number, because Chromium rounds scroll positions.
  const pitch = Math.ceil(pageWidth + gap)

  if (!how.keepRows) breakRows(element, textStep)
  style.columnCount = '1'
  style.columnGap = `${pitch - pageWidth}px`
  style.columnFill = 'auto'

  const columns = (element.scrollWidth - paddingLeft + gap) / pitch
  return {
    element,
    pages: Math.max(1, Math.round(columns)),
    page: 0,
    pageWidth,
    pitch,
    paddingLeft,
  }
}

/**
 * Brings page `index` (0-based) of a flow into its box; past the end: the
 * last. With `fadeMs` the old page fades out and the new one in within that
 * time; a page that is already there stays as it is.
 */
export function showFlowPage(flow: Flow, index: number, fadeMs = 0): void {
  const page = Math.max(0, Math.min(index, flow.pages - 1))
  if (page === flow.page) return
  flow.page = page
  const { element } = flow
  const turn = () => {
    element.scrollLeft = flow.page * flow.pitch
  }
  if (fadeMs <= 0) return turn()
  const half = { duration: fadeMs / 2, easing: 'ease-in-out' }
  const out = element.animate([{ opacity: 1 }, { opacity: 0 }], half)
  out.onfinish = () => {
    turn()
    element.animate([{ opacity: 0 }, { opacity: 1 }], half)
  }
}

function breakRows(element: HTMLElement, textStep: number): void {
  const rows = Array.from(
    element.querySelectorAll<HTMLElement>('[data-flow-item]'),
  ).filter((row) => !row.hidden)
  if (rows.length === 0) return
  const computed = element.ownerDocument.defaultView?.getComputedStyle(element)
  const padding =
    Number.parseFloat(computed?.paddingTop ?? '0') +
    Number.parseFloat(computed?.paddingBottom ?? '0')
  const minRow = Number(element.dataset['flowMin'] ?? '0') * textStep
  const plan = planRows(rows.length, {
    // Rounded down: rows may not be taller together than the box really is.
    height: Math.floor(boxHeight(element)) - padding,
    minRow: minRow > 0 ? minRow : tallest(rows),
  })
  element.style.setProperty('--flow-row', `${plan.rowHeight}px`)
  rows.forEach((row, i) => {
    row.style.breakInside = 'avoid'
    const starts = i > 0 && i % plan.perPage === 0
    row.style.breakBefore = starts ? 'column' : 'auto'
  })
}

/** `clientHeight` rounds to the nearest px, up as well. */
function boxHeight(element: HTMLElement): number {
  return Math.min(element.clientHeight, element.getBoundingClientRect().height)
}

function tallest(rows: readonly HTMLElement[]): number {
  return Math.max(1, ...rows.map((row) => row.offsetHeight))
}
