/*
 * The last resort before a text is refused. A slide whose design cannot hold
 * its words (long texts on a small glass seen from afar) gives the design up:
 * everything in it flows, in reading order, over as many pages as it takes.
 * Plain, but whole. Holds for every template, a site's own too.
 */
import { FLOOR_PX, readFit } from './fit.js'
import { layOutFlow, type Flow } from './paginate.js'

/** `rows`: rows keep their columns. `blocks`: nothing stands beside anything. */
export type Plainness = 'rows' | 'blocks'

const PLAIN_CSS = `
html[data-plain] .slide{display:block!important;position:absolute!important;
  inset:0!important;width:100%!important;height:100%!important;
  padding:max(34px,4.5vh) var(--safe-x,96px) max(calc(34px + 48px * var(--k,1)),6vh)!important;
  orphans:2;widows:2}
html[data-plain] .slide *:not(svg,svg *){position:static!important;inset:auto!important;
  height:auto!important;min-height:0!important;max-height:none!important;
  min-width:0!important;max-width:100%!important;overflow:visible!important;
  white-space:normal!important;overflow-wrap:anywhere!important;
  transform:none!important;grid-template-rows:none!important;
  text-wrap:wrap!important;-webkit-line-clamp:none!important;
  break-before:auto!important;break-after:auto!important}
html[data-plain] .slide>*,html[data-plain] .slide>*>:is(div,section,article,dl,ol,ul):not([data-flow-item]),
html[data-plain] [data-flow],html[data-plain] .body{display:block!important;width:auto!important;
  column-count:auto}
html[data-plain] .slide>*{padding:28px 0!important;margin:0 0 20px!important;
  box-decoration-break:clone;-webkit-box-decoration-break:clone}
html[data-plain] .slide>*{break-inside:auto!important}
html[data-plain] .slide svg:not(.ic){height:auto!important;max-height:70vh!important}
html[data-plain] .slide svg.ic{flex:none!important;width:1em!important;height:1em!important;max-width:none!important}
html[data-plain] .slide>*>:last-child{margin-bottom:0!important}
html[data-plain] .slide img{display:block!important;width:auto!important;
  max-height:70vh!important;object-fit:contain!important;break-inside:avoid}
html[data-plain] .slide .photo{width:auto!important;height:4.2em!important}
html[data-plain] .slide :is(figure,.sheet) .photo{height:auto!important;max-height:62vh!important;margin:0 auto}
html[data-plain] .slide *{border-radius:min(8px,1em)}
html[data-plain] .slide :is(p,li,dd){orphans:2;widows:2}
html[data-plain] .slide.slide :is(.drum,.brocade,[data-ornament]){display:none!important}
html[data-plain] .slide.slide .page-mark.page-mark:not(svg){position:fixed!important;inset:auto var(--safe-x,96px) 16px auto!important;
  font-size:max(32px,calc(32px * var(--k-less,1)))!important;line-height:1.36;font-weight:500;
  color:var(--ink-700,#463a32)!important;background:var(--paper-50,#fcf9f3)!important;padding:0 12px!important;white-space:nowrap!important;max-width:none!important}
html[data-plain] .slide.slide>*>.label{display:flex!important}
html[data-plain="blocks"] .slide *:is(div,section,article,header,footer,ol,ul,li,dl,dt,dd,p,h1,h2,h3,span:not(.page-mark),b,em,figure,figcaption,table,thead,tbody,tr,td,th){
  width:auto!important;margin-left:0!important;margin-right:0!important}
html[data-plain="blocks"] .slide *:is(div,section,article,header,footer,ol,ul,li,dl,dt,dd,p,h1,h2,h3,figure,figcaption,table,thead,tbody,tr,td,th):not(.ic){
  display:block!important;text-align:left!important}
`

/** Gives the design up. Returns the one flow the slide has become, or null. */
export function layOutPlain(
  doc: Document,
  textStep: number,
  how: Plainness,
): Flow | null {
  const slide = doc.querySelector<HTMLElement>('.slide')
  if (!slide) return null
  if (!doc.querySelector('style[data-plain-sheet]')) {
    const sheet = doc.createElement('style')
    sheet.dataset['plainSheet'] = ''
    sheet.textContent = PLAIN_CSS
    doc.head.append(sheet)
  }
  doc.documentElement.dataset['plain'] = how
  keepPanelColours(slide)
  keepLines(slide)
  for (const element of slide.querySelectorAll<HTMLElement>('[data-fit]')) {
    const bounds = readFit(element.dataset['fit'] ?? '')
    if (!bounds) continue
    const heading = /^h[1-3]$/.test(element.localName)
    const wanted = Math.min(bounds.max, heading ? 48 : 40) * textStep
    element.style.fontSize = `${Math.max(FLOOR_PX, Math.round(wanted))}px`
  }
  return layOutFlow(slide, textStep, { keepRows: true })
}

/** Back to the design. */
export function leavePlain(doc: Document): void {
  delete doc.documentElement.dataset['plain']
}

/** Words that stood beside each other in one line do so still. */
function keepLines(slide: HTMLElement): void {
  for (const line of slide.querySelectorAll<HTMLElement>(':scope > * > *')) {
    const parts = Array.from(line.children)
    const isLine =
      parts.length > 1 &&
      parts.every(({ localName }) => /^(span|b|i|em|svg)$/.test(localName))
    if (!isLine) continue
    line.style.setProperty('display', 'flex', 'important')
    line.style.setProperty('flex-wrap', 'wrap', 'important')
    line.style.setProperty('gap', '0 0.8em', 'important')
  }
}

/** A coloured panel keeps its colour and gets room around its words. */
function keepPanelColours(slide: HTMLElement): void {
  const view = slide.ownerDocument.defaultView
  for (const part of Array.from(slide.children)) {
    const ground = view?.getComputedStyle(part).backgroundColor ?? ''
    const bare = ground === 'transparent' || /,\s*0\)$/.test(ground)
    if (
      bare ||
      !(part instanceof (view as Window & typeof globalThis).HTMLElement)
    )
      continue
    part.style.setProperty('padding', '28px 40px', 'important')
  }
}
