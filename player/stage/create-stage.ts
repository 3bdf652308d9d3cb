/*
 * The whole stage on one page: takes states from the core, shows the calm page
 * or plays the programme, and tells the core twice a second that it lives.
 */
import type { Clock } from '../../shared/kernel/clock.js'
import type { Orientation } from '../../shared/contract/primitives.js'
import type { StageState } from '../../shared/contract/stage-link.js'
import { createCalmPage } from './calm-page.js'
import type { CoreLink } from './core-link.js'
import { watchFrames } from './frame-gaps.js'
import { STICK_WORDS } from './stick-words.js'
import type { Motion } from './motion.js'
import { createNightCover } from './night-cover.js'
import { ProgrammePlay } from './play-programme.js'
import { createShownReporter } from './report-painted.js'
import { createSlideTexts } from './slide-texts.js'
import { guardKeys } from './guard-keys.js'
import { createSetupPage } from './technician/setup-page.js'
import type { DeskLink } from './technician/desk-link.js'
import { createTechnicianPanel } from './technician/technician-panel.js'
import type { StageLanguage } from './technician/technician-words.js'

export type StageDeps = {
  root: HTMLElement
  /** The page's own clock; the core says how far it is off. */
  clock: Clock
  link: CoreLink
  /** Where files stand by hash, on the page's own origin. */
  filesUrl: string
  motion: Motion
  /** The way to the technician's desk; absent: no such page. */
  desk?: DeskLink
}

const HEARTBEAT_MS = 500
/** Animation frames stop while a page is hidden; the programme must not. */
const HIDDEN_TICK_MS = 500

/** Starts the stage. Returns its stop. */
export function createStage(deps: StageDeps): () => void {
  const { root, clock, link } = deps
  let state: StageState | null = null
  let play: { of: ProgrammePlay; fixed: string } | null = null
  let manifestText = ''
  let calm: HTMLElement | null = null
  const now = () => clock.now() + (state?.clockOffsetMs ?? 0)
  const reporter = createShownReporter(now, (shown) => link.shown(shown))
  const readText = createSlideTexts(deps.filesUrl)
  const mark = createLinkMark(root)
  const night = createNightCover(root)
  const note = createNote(root)
  const tick = () => {
    play?.of.tick()
    const { mode, clock: kept } = state ?? {}
    const manifest = mode?.kind === 'playing' ? mode.manifest : null
    night.show(kept === 'wrong' ? null : manifest, now())
  }

  const showCalm = (next: HTMLElement | null) => {
    calm?.remove()
    calm = next
    if (next) root.append(next)
  }
  const stopPlaying = () => {
    play?.of.stop()
    play = null
    manifestText = ''
  }
  const startOrOffer = (mode: StageState['mode'] & { kind: 'playing' }) => {
    // The same programme is said again with every change of the link.
    const text = JSON.stringify(mode.manifest)
    if (text === manifestText) return
    const orientation = orientationOf(root)
    const fixed = `${orientation} ${mode.manifest.screen.textStep}`
    if (play?.fixed === fixed) play.of.offer(mode.manifest)
    else {
      stopPlaying()
      const { filesUrl, motion } = deps
      play = {
        of: new ProgrammePlay(
          { root, orientation, now, filesUrl, readText, reporter, motion },
          mode.manifest,
        ),
        fixed,
      }
      play.of.tick()
    }
    manifestText = text
    showCalm(null)
  }

  let language: StageLanguage = 'vi'
  const panel = deps.desk ? createTechnicianPanel(root, deps.desk) : null
  const showMode = (mode: Exclude<StageState['mode'], { kind: 'playing' }>) =>
    showCalm(
      mode.kind === 'setup'
        ? createSetupPage(root.ownerDocument, mode, language)
        : createCalmPage(root.ownerDocument, mode),
    )
  const stopKeys = guardKeys(window, {
    onTechnician: () => panel?.open(),
    onLanguage() {
      language = language === 'vi' ? 'en' : 'vi'
      panel?.speak(language)
      if (state && state.mode.kind === 'setup') showMode(state.mode)
    },
    isOpen: () => panel?.isOpen() ?? false,
    pressed: (event) => panel?.pressed(event),
  })

  const stopLink = link.start((next) => {
    state = next
    note.hidden = next.note === undefined
    if (next.note) note.textContent = STICK_WORDS[next.note]
    const isNew = next.mode.kind === 'pairing' || next.mode.kind === 'setup'
    mark.hidden = next.link === 'online' || isNew
    if (next.mode.kind === 'playing') return startOrOffer(next.mode)
    stopPlaying()
    showMode(next.mode)
  })
  // Somebody turned the screen: the same programme, laid out anew.
  const turned = new ResizeObserver(() => {
    if (!play || state?.mode.kind !== 'playing') return
    if (play.fixed.startsWith(orientationOf(root))) return
    manifestText = ''
    startOrOffer(state.mode)
  })
  turned.observe(root)
  const frames = watchFrames(tick)
  const hidden = setInterval(() => {
    if (document.visibilityState !== 'visible') tick()
  }, HIDDEN_TICK_MS)
  const beat = setInterval(() => {
    link.heartbeat({
      at: new Date(now()).toISOString(),
      visible: document.visibilityState === 'visible',
      width: window.innerWidth,
      height: window.innerHeight,
      showing: play?.of.showing() ?? null,
      longestGapMs: frames.takeLongestGapMs(),
    })
  }, HEARTBEAT_MS)

  return () => {
    turned.disconnect()
    clearInterval(beat)
    clearInterval(hidden)
    frames.stop()
    stopLink()
    stopKeys()
    panel?.close()
    stopPlaying()
    showCalm(null)
    mark.remove()
    night.remove()
    note.remove()
  }
}

/**
 * How the glass hangs. What it is beats what somebody wrote down of it: every
 * slide serves both.
 */
function orientationOf(root: HTMLElement): Orientation {
  return root.clientHeight > root.clientWidth ? 'portrait' : 'landscape'
}

/** One line over the foot of the glass. */
function createNote(root: HTMLElement): HTMLElement {
  const note = root.ownerDocument.createElement('p')
  note.className = 'note'
  note.hidden = true
  root.append(note)
  return note
}

/** A small ring for the technician: the line to the CMS is down. */
function createLinkMark(root: HTMLElement): HTMLElement {
  const mark = root.ownerDocument.createElement('div')
  mark.className = 'link-mark'
  mark.hidden = true
  root.append(mark)
  return mark
}
