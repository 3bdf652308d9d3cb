import type { Manifest } from '../../shared/contract/manifest.js'
import { glassLightAt } from '../../shared/programme/power.js'

export type NightCover = {
  /** Covers the glass as its hours say. Cheap enough for every frame. */
  show(manifest: Manifest | null, now: number): void
  remove(): void
}

const LOOK_EVERY_MS = 1000

/** A black sheet over everything: quite, half, or not at all. */
export function createNightCover(root: HTMLElement): NightCover {
  const element = root.ownerDocument.createElement('div')
  element.className = 'night'
  element.style.opacity = '0'
  root.append(element)
  let last: Manifest | null = null
  let lookedAt = Number.NEGATIVE_INFINITY
  return {
    show(manifest, now) {
      const isSame = manifest === last
      if (isSame && Math.abs(now - lookedAt) < LOOK_EVERY_MS) return
      last = manifest
      lookedAt = now
      const opacity = String(darkness(manifest, now))
      if (element.style.opacity !== opacity) element.style.opacity = opacity
    },
    remove: () => element.remove(),
  }
}

/** 0: full light, 1: black. */
export function darkness(manifest: Manifest | null, now: number): number {
  if (!manifest) return 0
  const light = glassLightAt(manifest, now)
  if (light.level === 'on') return 0
  return light.level === 'off' ? 1 : 1 - light.percent / 100
}
