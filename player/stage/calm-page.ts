/*
 * What stands on the glass while there is no programme: a code to pair the
 * screen by, or a quiet word that it is coming. Built from elements only, so
 * nothing that came over the wire is ever read as markup.
 */
import { create as createQr } from 'qrcode'
import type { StageState } from '../../shared/contract/stage-link.js'
import { STAGE_WORDS } from './stage-words.js'

type CalmMode = Exclude<
  StageState['mode'],
  { kind: 'playing' } | { kind: 'setup' }
>

const QUIET_MODULES = 4
const SVG = 'http://www.w3.org/2000/svg'

/** The page for a mode without a programme. */
export function createCalmPage(doc: Document, mode: CalmMode): HTMLElement {
  const page = doc.createElement('section')
  page.className = 'calm'
  if (mode.kind === 'waiting') {
    say(page, 'h1', 'waitingTitle')
    say(page, 'p', 'waiting')
    return page
  }
  say(page, 'h1', 'newScreen')
  if (!mode.code) {
    say(page, 'p', 'starting')
    return page
  }
  const pair = add(page, 'div', 'pair')
  const code = add(pair, 'div', 'code')
  for (const group of groups(mode.code)) add(code, 'span').textContent = group
  if (mode.claimUrl) pair.append(createQrPicture(doc, mode.claimUrl))
  const ask = say(page, 'p', 'askOfficer')
  if (mode.claimUrl) {
    add(ask, 'p', 'address').textContent = bareAddress(mode.claimUrl)
  }
  if (mode.fingerprint) {
    const compare = say(page, 'p', 'compare')
    add(compare, 'p', 'words').textContent = mode.fingerprint
  }
  return page
}

/** Two groups of three are read aloud without a slip. */
function groups(code: string): string[] {
  const half = Math.ceil(code.length / 2)
  return [code.slice(0, half), code.slice(half)].filter((part) => part !== '')
}

/** What a person types: no scheme, no code (it stands above). */
function bareAddress(claimUrl: string): string {
  return claimUrl.replace(/^https?:\/\//, '').replace(/\?.*$/, '')
}

function createQrPicture(doc: Document, text: string): Element {
  const { modules } = createQr(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  let path = ''
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (modules.get(y, x)) {
        path += `M${x + QUIET_MODULES} ${y + QUIET_MODULES}h1v1h-1z`
      }
    }
  }
  const svg = doc.createElementNS(SVG, 'svg')
  const side = size + 2 * QUIET_MODULES
  svg.setAttribute('class', 'qr')
  svg.setAttribute('viewBox', `0 0 ${side} ${side}`)
  svg.setAttribute('shape-rendering', 'crispEdges')
  const dark = doc.createElementNS(SVG, 'path')
  dark.setAttribute('d', path)
  dark.setAttribute('fill', '#1b1410')
  svg.append(dark)
  return svg
}

/** One thought in both languages, close together. */
function say(
  parent: HTMLElement,
  tag: 'h1' | 'p',
  words: keyof (typeof STAGE_WORDS)['vi'],
): HTMLElement {
  const both = add(parent, 'div', 'both')
  add(both, tag).textContent = STAGE_WORDS.vi[words]
  const english = add(both, 'p')
  english.lang = 'en'
  english.textContent = STAGE_WORDS.en[words]
  return both
}

function add(parent: HTMLElement, tag: string, className = ''): HTMLElement {
  const element = parent.ownerDocument.createElement(tag)
  if (className) element.className = className
  parent.append(element)
  return element
}
