/*
 * The playing stage: asks the pure function what belongs on the glass, has the
 * next document complete before it is due, and changes over. Whatever goes
 * wrong with one document, what stands on the glass stays, unless its own time
 * is over; then the holding slide, or plain paper until that is ready.
 *
 * Phases of one showing: prepared (hidden) → on the glass → painted → ended.
 */
import type { Manifest } from '../../shared/contract/manifest.js'
import type { Orientation } from '../../shared/contract/primitives.js'
import type { StageHeartbeat } from '../../shared/contract/stage-link.js'
import { nextChange } from '../../shared/programme/what-is-on.js'
import type { LiveValues } from '../../templates/frame/live.js'
import { FurnitureLayer } from './furniture-layer.js'
import { createGlassCanvas, type GlassCanvas } from './glass-canvas.js'
import { liveNow } from './live-now.js'
import type { Motion } from './motion.js'
import {
  holdingFor,
  mayStay,
  onGlassAt,
  takesOverAtOnce,
  type OnGlass,
} from './on-glass.js'
import type { Showing, ShownReporter } from './report-painted.js'
import { SlideLayers } from './slide-layers.js'

export type PlayDeps = {
  root: HTMLElement
  /** How the glass hangs. */
  orientation: Orientation
  /** Trusted time in ms. */
  now: () => number
  filesUrl: string
  readText: (sha256: string, signal: AbortSignal) => Promise<string>
  reporter: ShownReporter
  motion: Motion
}

/** How long something may outstay its time while the next is being made. */
const GRACE_MS = 500
/** Slots that are cut shorter than this are not worth a change. */
const SHORTEST_MS = 1000
/** A clock set back by less than this does not bring the last slide back. */
const SET_BACK_MS = 2000
/** Furniture, what is shown, and one more: never a fourth document. */
const MOST_FRAMES = 3
/** How many broken slides in a row are skipped when looking for the next. */
const MOST_SKIPPED = 8
const MOST_FAILED_KEPT = 64

/** Plays one programme; orientation and text step stay as it began. */
export class ProgrammePlay {
  private readonly deps: PlayDeps
  private readonly canvas: GlassCanvas
  private readonly furniture: FurnitureLayer
  private readonly layers: SlideLayers
  private manifest: Manifest
  /** The newer manifest, and when it takes over. */
  private coming: { manifest: Manifest; at: number } | null = null
  private wanted: OnGlass | null = null
  private ahead: { after: OnGlass; next: OnGlass } | null = null
  private on: Showing | null = null
  private overdueSince: number | null = null
  private readonly failedKeys = new Set<string>()

  constructor(deps: PlayDeps, manifest: Manifest) {
    const { textStep } = manifest.screen
    const { filesUrl, readText, orientation } = deps
    this.deps = deps
    this.manifest = manifest
    this.canvas = createGlassCanvas(deps.root, orientation)
    const settings = { filesUrl, readText, orientation, textStep }
    this.furniture = new FurnitureLayer(this.canvas.element, settings)
    this.layers = new SlideLayers(this.canvas.element, {
      ...settings,
      onReady: () => this.tick(),
    })
  }

  /** A newer manifest: it takes over after what is shown, or at once. */
  offer(manifest: Manifest): void {
    const at = this.deps.now()
    const shown = this.on?.what ?? null
    const atOnce = takesOverAtOnce(shown, manifest, at)
    const due = Math.min(
      shown?.endsAt ?? at,
      nextChange(manifest, at) ?? Infinity,
    )
    this.coming = { manifest, at: atOnce ? at : due }
    this.ahead = null
    this.tick()
  }

  /** Does what is due. Called on every animation frame and on every offer. */
  tick(): void {
    const at = this.deps.now()
    this.canvas.shift(at)
    if (this.coming && at >= this.coming.at) this.adopt(this.coming.manifest)
    const { wanted } = this
    if (!wanted || at >= wanted.endsAt || at < wanted.startsAt - SET_BACK_MS) {
      this.wanted = onGlassAt(this.manifest, at)
    }
    const due = this.wanted as OnGlass
    this.ensureFurniture(at)
    if (this.on?.what.key !== due.key) this.changeTo(due, at)
    else this.prepareAfter(due, at)
    this.paintLive(at)
  }

  showing(): StageHeartbeat['showing'] {
    if (!this.on) return null
    const { what, since } = this.on
    const { kind, id, sha256: slide } = what
    return { kind, id, slide, since: new Date(since).toISOString() }
  }

  stop(): void {
    if (this.on) this.deps.reporter.ended(this.on)
    this.on = null
    this.layers.clear()
    this.furniture.clear()
    this.canvas.remove()
  }

  private adopt(manifest: Manifest): void {
    this.manifest = manifest
    this.coming = null
    this.wanted = null
    this.ahead = null
    this.failedKeys.clear()
  }

  private changeTo(what: OnGlass, at: number): void {
    const shown = this.on?.what
    if (this.layers.current() && shown && isSameDocument(shown, what)) {
      return this.putOn(what, at)
    }
    if (this.failedKeys.has(what.key)) {
      if (!this.on && what.kind !== 'holding') {
        return this.changeTo(holdingFor(this.manifest, what), at)
      }
      this.keepOrClear(at)
      return this.prepareAfter(what, at)
    }
    const isCut = what.kind === 'item' && what.endsAt - at < SHORTEST_MS
    if (isCut && this.on) {
      this.keepOrClear(at)
      return this.prepareAfter(what, at)
    }
    this.prepare(what, at)
    const { state, reason } = this.layers.stateOf(what)
    if (state === 'failed') this.fail(what, reason)
    if (state !== 'ready') return this.keepOrClear(at)
    const { urgentMs, slideMs } = this.deps.motion
    const isUrgent = what.kind === 'notice' || shown?.kind === 'notice'
    this.layers.swap(isUrgent ? urgentMs : slideMs)
    this.putOn(what, at)
  }

  private putOn(what: OnGlass, at: number): void {
    if (this.on) this.deps.reporter.ended(this.on)
    this.on = { what, since: at, paintedAt: null }
    this.overdueSince = null
    this.deps.reporter.begun(this.on)
    // From where the programme is: all screens of a hall show the same moment.
    const late = Number.isFinite(what.startsAt)
      ? (at - what.startsAt) / 1000
      : 0
    this.layers
      .current()
      ?.film?.start(late, (reason) => this.deps.reporter.failed(what, reason))
  }

  /** Takes down what may not stand any longer; else it stays. */
  private keepOrClear(at: number): void {
    if (!this.on || mayStay(this.on.what, this.manifest, at)) {
      this.overdueSince = null
      return
    }
    this.overdueSince ??= Math.min(at, this.on.what.endsAt)
    if (at - this.overdueSince < GRACE_MS) return
    this.deps.reporter.ended(this.on)
    this.on = null
    this.overdueSince = null
    this.layers.clear()
  }

  /** Makes it ready behind the glass, as soon as there is room for it. */
  private prepare(what: OnGlass, at: number): void {
    if (this.layers.stateOf(what).state !== 'none') return
    const isUrgent = what.kind === 'notice'
    if (isUrgent) this.layers.finishFade()
    this.layers.drop()
    if (this.frames() >= MOST_FRAMES && !isUrgent) return
    this.layers.prepare(what, this.live(what, Math.max(at, what.startsAt), 1))
  }

  /** Looks ahead to the first slide after `what` that is not known as broken. */
  private prepareAfter(what: OnGlass, at: number): void {
    if (this.layers.isFading() || this.furniture.isMounting()) return
    for (let i = 0; i < MOST_SKIPPED; i++) {
      const next = this.nextAfter(what)
      if (!next || (this.on && isSameDocument(next, this.on.what))) return
      if (!this.failedKeys.has(next.key)) {
        this.prepare(next, at)
        const { state, reason } = this.layers.stateOf(next)
        if (state !== 'failed') return
        this.fail(next, reason)
      }
      what = next
    }
  }

  private nextAfter(what: OnGlass): OnGlass | null {
    if (!Number.isFinite(what.endsAt)) return null
    if (this.ahead?.after !== what) {
      const manifest = this.coming?.manifest ?? this.manifest
      this.ahead = { after: what, next: onGlassAt(manifest, what.endsAt) }
    }
    return this.ahead.next
  }

  private fail(what: OnGlass, reason: string): void {
    if (this.failedKeys.size >= MOST_FAILED_KEPT) this.failedKeys.clear()
    this.failedKeys.add(what.key)
    this.deps.reporter.failed(what, reason)
  }

  private ensureFurniture(at: number): void {
    const { frame } = this.manifest.furniture
    if (this.furniture.has(frame, at) || this.layers.isFading()) return
    if (this.frames() >= MOST_FRAMES) this.layers.drop()
    this.furniture.ensure(frame, this.live(null, at, 1))
  }

  private paintLive(at: number): void {
    const current = this.layers.current()
    const values = this.live(this.on?.what ?? null, at, current?.pages ?? 1)
    this.furniture.updateLive(values)
    current?.updateLive(values)
    current?.showPage(values.page, this.deps.motion.pageMs)
  }

  private live(what: OnGlass | null, now: number, pages: number): LiveValues {
    return liveNow(this.manifest, what, { now, pages })
  }

  private frames(): number {
    return this.canvas.element.getElementsByTagName('iframe').length
  }
}

function isSameDocument(a: OnGlass, b: OnGlass): boolean {
  return a.sha256 === b.sha256 && a.frame === b.frame
}
