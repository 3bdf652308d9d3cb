import { AppError } from '../../shared/kernel/app-error.js'
import type { TemplateView } from '../../shared/contract/template.js'

/** A file that slides refer to by its hash: a sheet, a font, an ornament. */
export type Asset = {
  sha256: string
  bytes: Uint8Array
  mediaType: string
  /** Where it came from, for people: `styles/slide.css`. */
  name: string
  /** Hashes of the files this one refers to itself. */
  uses: readonly string[]
}

/** Fixed words of a slide by language and key; `vi` is complete. */
export type Words = Readonly<Record<string, Readonly<Record<string, string>>>>

/**
 * A file of the library as a slide shows it: the rendition for this screen, in
 * words for who cannot see it, and where it may be cut. Of a video it is the
 * poster, and `video` the film.
 */
export type ShownMedia = {
  sha256: string
  alt?: string
  focus?: { x: number; y: number }
  /** Parts to show per orientation, as shares of the sides. */
  crops?: { landscape?: Cut | undefined; portrait?: Cut | undefined }
  video?: {
    sha256: string
    mediaType: 'video/mp4' | 'video/webm'
    durationSeconds: number
    hasSound: boolean
  }
}
type Cut = { x: number; y: number; width: number; height: number }

/** What a template function may need beyond its own arguments. */
export type RenderScope = {
  language: string
  words: readonly Words[]
  /** Field value of a picture, page or video → what to show of it. */
  pictures: ReadonlyMap<string, ShownMedia>
  /** Rises with every drawing, so that ids inside one document never clash. */
  drawings: { count: number }
}

/** Fills the markup. Throws when a value it needs is missing. */
export type Markup = (
  fields: Readonly<Record<string, unknown>>,
  scope: RenderScope,
) => string

/** One document kind, ready to be filled. */
export type Sheeted = {
  markup: Markup
  words: readonly Words[]
  /** Hashes of its stylesheets in order. */
  sheets: readonly string[]
}

/** Everything that slides are made from. Never changes: a reload makes a new one. */
export type Catalogue = {
  readonly templates: readonly TemplateView[]
  /** @throws AppError template.not_found */
  get(id: string): TemplateView
  /** Every file a slide may refer to, the fields' pictures apart. */
  readonly assets: readonly Asset[]
  readonly slides: ReadonlyMap<string, Sheeted>
  readonly furniture: { frame: Sheeted; holding: Sheeted }
}

/** @throws AppError template.not_found */
export function slideOf(catalogue: Catalogue, id: string): Sheeted {
  const slide = catalogue.slides.get(id)
  if (!slide) throw new AppError('template.not_found', { id })
  return slide
}
