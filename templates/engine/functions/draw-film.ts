import { drawPicture } from './draw-picture.js'
import type { ShownMedia } from '../catalogue.js'

/**
 * A film on a slide: its still, and above it the film itself, which whoever
 * shows the slide starts (`frame/film.ts`). Without sound. Where it cannot be
 * played the still remains.
 */
export function drawFilm(shown: ShownMedia | undefined): string {
  const { video } = shown ?? {}
  if (!shown || !video) return '<div class="film"></div>'
  if (!/^[0-9a-f]{64}$/.test(video.sha256))
    throw new Error('a film is named by its hash')
  const still = shown.sha256 === video.sha256 ? '' : drawPicture(shown)
  return (
    `<div class="film">${still}` +
    `<video data-film="${Math.ceil(video.durationSeconds)}"` +
    ` src="${video.sha256}" muted playsinline preload="none"></video></div>`
  )
}
