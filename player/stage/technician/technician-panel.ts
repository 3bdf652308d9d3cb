/*
 * The technician's page over the glass, by keyboard only. The programme plays
 * on below it. Views: closed → PIN → home → a form → home …
 */
import type {
  TechnicianAct,
  TechnicianAnswer,
  TechnicianView,
} from '../../../shared/contract/technician.js'
import { addElement } from './add-element.js'
import type { DeskLink } from './desk-link.js'
import { showStatus } from './status-cards.js'
import {
  addButton,
  addForm,
  showCmsForm,
  showWifi,
  showWiredForm,
  type FormDeps,
} from './technician-forms.js'
import { TECHNICIAN_WORDS, type StageLanguage } from './technician-words.js'

/** How often the status on the page is asked anew. */
const LOOK_EVERY_MS = 3000
/** A passer-by's PIN page must not cover the glass; a technician may think. */
const PIN_IDLE_MS = 20_000
const IDLE_MS = 10 * 60_000

export type TechnicianPanel = {
  open(): void
  isOpen(): boolean
  speak(language: StageLanguage): void
  /** A key that reached the page while it is open. */
  pressed(event: KeyboardEvent): void
  close(): void
}

type Panel = {
  root: HTMLElement
  link: DeskLink
  language: StageLanguage
  page: HTMLElement | null
  place: HTMLElement | null
  note: HTMLElement | null
  status: HTMLElement | null
  view: TechnicianView | null
  /** What Escape goes back to. */
  back: () => void
  /** Draws the present view again, in another language. */
  draw: () => void
  timer: number
  /** Closes the page when nobody presses a key any more. */
  idle: number
}

/** A closed panel on this glass. */
export function createTechnicianPanel(
  root: HTMLElement,
  link: DeskLink,
): TechnicianPanel {
  const panel: Panel = {
    root,
    link,
    language: 'vi',
    page: null,
    place: null,
    note: null,
    status: null,
    view: null,
    back: () => {},
    draw: () => {},
    timer: 0,
    idle: 0,
  }
  return {
    open() {
      if (panel.page === null) showPin(panel)
    },
    isOpen: () => panel.page !== null,
    speak(language) {
      panel.language = language
      panel.draw()
    },
    pressed: (event) => pressed(panel, event),
    close: () => close(panel),
  }
}

function close(panel: Panel): void {
  clearTimeout(panel.timer)
  clearTimeout(panel.idle)
  panel.link.close()
  panel.page?.remove()
  panel.page = null
  panel.view = null
  panel.draw = () => {}
}

/** Arrows go from one thing to the next, Escape goes back. */
function pressed(panel: Panel, event: KeyboardEvent): void {
  waitForKeys(panel)
  if (event.key === 'Escape') return panel.back()
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const all = [
    ...(panel.place?.querySelectorAll<HTMLElement>('input, button') ?? []),
  ]
  const at = all.indexOf(panel.root.ownerDocument.activeElement as HTMLElement)
  all[(at + step + all.length) % all.length]?.focus()
}

function waitForKeys(panel: Panel): void {
  clearTimeout(panel.idle)
  const isPin = panel.page?.classList.contains('pin') === true
  const ms = isPin ? PIN_IDLE_MS : IDLE_MS
  panel.idle = window.setTimeout(() => close(panel), ms)
}

/** An empty page with a place for what is done and a line for what is said. */
function draw(panel: Panel, title: string): HTMLElement {
  const words = TECHNICIAN_WORDS[panel.language]
  panel.page?.remove()
  const page = addElement(panel.root, 'section', { className: 'technician' })
  page.lang = panel.language
  const top = addElement(page, 'header')
  addElement(top, 'h1', { text: title })
  addElement(top, 'p', { text: panel.view?.screenName ?? '' })
  const body = addElement(page, 'div', { className: 'body' })
  panel.status = addElement(body, 'div', { className: 'status' })
  panel.place = addElement(body, 'div', { className: 'place' })
  const foot = addElement(page, 'footer')
  panel.note = addElement(foot, 'p', { className: 'said' })
  panel.note.setAttribute('role', 'status')
  addElement(foot, 'p', { text: words.keys, className: 'keys' })
  panel.page = page
  return panel.place
}

function say(panel: Panel, text: string): void {
  if (panel.note) panel.note.textContent = text
}

function showPin(panel: Panel): void {
  const words = TECHNICIAN_WORDS[panel.language]
  const place = draw(panel, words.title)
  panel.page?.classList.add('pin')
  waitForKeys(panel)
  panel.draw = () => showPin(panel)
  panel.back = () => close(panel)
  addForm(place, [{ label: words.pin, kind: 'password' }], {
    label: 'OK',
    run: ([pin = '']) => void enter(panel, pin),
  })
  addElement(place, 'p', { text: words.pinHelp })
}

async function enter(panel: Panel, pin: string): Promise<void> {
  const words = TECHNICIAN_WORDS[panel.language]
  say(panel, words.working)
  const opened = await panel.link.open(pin)
  if (panel.page === null) return panel.link.close()
  if (opened === null) return say(panel, words.lost)
  if (opened.ok) return showHome(panel)
  const wait = opened.waitSeconds > 0 ? words.pinWait(opened.waitSeconds) : ''
  const wrong = opened.reason === 'wrong_pin' ? words.pinWrong : ''
  const input = panel.place?.querySelector('input')
  if (input) input.value = ''
  say(panel, `${wrong} ${wait}`.trim())
}

function showHome(panel: Panel): void {
  const words = TECHNICIAN_WORDS[panel.language]
  const place = draw(panel, words.title)
  panel.draw = () => showHome(panel)
  panel.back = () => close(panel)
  const { acts } = words
  addButton(place, acts.cms, () => showForm(panel, acts.cms, showCms))
  addButton(place, acts.network, () =>
    showForm(panel, acts.network, showNetwork),
  )
  addButton(place, acts.save_logs, () => order(panel, { act: 'save_logs' }, ''))
  addButton(place, acts.eject, () =>
    order(panel, { act: 'eject' }, words.ejected),
  )
  addButton(place, acts.restart, () =>
    order(panel, { act: 'restart' }, words.restarting),
  )
  addButton(place, acts.leave, () =>
    order(panel, { act: 'leave' }, words.leaving),
  )
  addButton(place, acts.close, () => close(panel))
  place.querySelector('button')?.focus()
  void look(panel)
}

/** Keeps the status on the page new while the home view stands. */
async function look(panel: Panel): Promise<void> {
  clearTimeout(panel.timer)
  const { status } = panel
  if (panel.view && status) fillStatus(panel, status)
  const answer = await panel.link.act({ act: 'look' })
  if (panel.page === null || panel.status !== status || !status) return
  if (answer?.ok && answer.view) {
    panel.view = answer.view
    fillStatus(panel, status)
  } else if (answer?.ok === false) return showPin(panel)
  panel.timer = window.setTimeout(() => void look(panel), LOOK_EVERY_MS)
}

function fillStatus(panel: Panel, status: HTMLElement): void {
  if (!panel.view) return
  status.replaceChildren()
  showStatus(status, panel.view, panel.language)
  const name = panel.page?.querySelector('header p')
  if (name) name.textContent = panel.view.screenName
}

function showForm(
  panel: Panel,
  title: string,
  fill: (panel: Panel, deps: FormDeps) => void,
): void {
  clearTimeout(panel.timer)
  const words = TECHNICIAN_WORDS[panel.language]
  const place = draw(panel, title)
  panel.page?.classList.add('form')
  panel.back = () => showHome(panel)
  panel.draw = () => showForm(panel, title, fill)
  fill(panel, {
    place,
    words,
    order: (act, done) => order(panel, act, done),
    say: (text) => say(panel, text),
  })
}

const showCms = (panel: Panel, deps: FormDeps) =>
  showCmsForm(deps, panel.view?.cms.address ?? null)

function showNetwork(panel: Panel, deps: FormDeps): void {
  const { words, place } = deps
  if (panel.view?.network.manager !== true) {
    addElement(place, 'p', { text: words.networkNone })
    addButton(place, words.acts.close, () => showHome(panel)).focus()
    return
  }
  addButton(place, words.wifi, () => void chooseWifi(panel, deps))
  addButton(place, words.wiredAuto, () =>
    deps.order(
      { act: 'set_wired', wired: { method: 'auto' } },
      words.wiredDone,
    ),
  )
  addButton(place, words.wiredManual, () =>
    showForm(panel, words.wiredManual, (_panel, form) => showWiredForm(form)),
  )
  place.querySelector('button')?.focus()
}

async function chooseWifi(panel: Panel, deps: FormDeps): Promise<void> {
  deps.say(deps.words.working)
  const answer = await panel.link.act({ act: 'list_wifi' })
  if (panel.place !== deps.place) return
  if (!answer?.ok) return say(panel, refusalOf(panel, answer))
  showForm(panel, deps.words.wifi, (_panel, form) =>
    showWifi(form, answer.wifi ?? []),
  )
}

function order(panel: Panel, act: TechnicianAct, done: string): void {
  const words = TECHNICIAN_WORDS[panel.language]
  const { place } = panel
  say(panel, words.working)
  void panel.link.act(act).then((answer) => {
    if (panel.place !== place) return
    if (!answer?.ok) return say(panel, refusalOf(panel, answer))
    const where = answer.onStick ? words.logsOnStick : words.logsOnDisk
    say(panel, answer.path === undefined ? done : where(answer.path))
  })
}

function refusalOf(panel: Panel, answer: TechnicianAnswer | null): string {
  const words = TECHNICIAN_WORDS[panel.language]
  if (answer === null) return words.lost
  if (answer.ok) return ''
  const { reason, trouble, detail } = answer
  const why = trouble ? words.troubles[trouble] : ''
  const said = reason === 'network_refused' ? (detail ?? '') : ''
  return [words.refusals[reason], why, said].filter(Boolean).join(' ')
}
