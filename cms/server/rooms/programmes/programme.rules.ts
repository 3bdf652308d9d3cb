/** Which releases one screen plays, and in which languages: no clock, no I/O. */
import type {
  FileRef,
  ProgrammeItem,
} from '../../../../shared/contract/manifest.js'
import type { Schedule } from '../../../../shared/contract/schedule.js'
import type {
  Language,
  Orientation,
  ResolutionClass,
} from '../../../../shared/contract/primitives.js'
import {
  covers,
  type PathOf,
  type PlacedScreen,
} from '../screens/audience.rules.js'
import type { Release, ReleasedSlide } from './release.repository.js'

export type ProgrammeScreen = PlacedScreen & {
  languages: readonly Language[]
  resolutionClass: ResolutionClass
  /** How it hangs and how much larger its text is: decides the pages. */
  glass?: { orientation: Orientation; textStep: number }
}

export type Programme = {
  items: ProgrammeItem[]
  /** Everything the items need, each file once. */
  files: FileRef[]
}

/** What a screen has to play, of all that is live, in loop order. */
export function programmeOf(
  screen: ProgrammeScreen,
  live: readonly Release[],
  pathOf: PathOf,
): Programme {
  const items: ProgrammeItem[] = []
  const files = new Map<string, FileRef>()
  for (const release of live) {
    if (!covers(release.audience, screen, pathOf)) continue
    const slides = slidesFor(screen, release.slides)
    if (slides.length === 0) continue
    items.push(itemOf(release, slides, screen))
    for (const slide of slides)
      for (const file of slide.files)
        files.set(
          file.sha256,
          soonerOf(files.get(file.sha256), {
            ...file,
            ...dueAtOf(release.item.schedule),
          }),
        )
  }
  return { items, files: [...files.values()] }
}

/** When the first of it may be on; nothing when that is open. */
function dueAtOf({ notBefore, windows }: Schedule): Pick<FileRef, 'dueAt'> {
  const opens = (windows ?? []).map(({ from }) => from).sort()
  const starts = [notBefore, opens[0]].filter((at) => at !== undefined).sort()
  const dueAt = starts.at(-1)
  return dueAt === undefined ? {} : { dueAt }
}

/** Of two mentions of a file the one that needs it first. */
function soonerOf(known: FileRef | undefined, file: FileRef): FileRef {
  if (!known) return file
  if (known.dueAt === undefined || file.dueAt === undefined) {
    const { dueAt: _later, ...now } = file
    return now
  }
  return known.dueAt < file.dueAt ? known : file
}

/**
 * The slides of the screen's class in the screen's order of languages. When
 * they share no language one slide goes along all the same, so that the
 * screen's page can say why this bulletin is not on.
 */
export function slidesFor(
  screen: ProgrammeScreen,
  slides: readonly ReleasedSlide[],
): ReleasedSlide[] {
  const fitting = slides.filter(
    (slide) => slide.resolutionClass === screen.resolutionClass,
  )
  const spoken = screen.languages.flatMap((language) =>
    fitting.filter((slide) => slide.language === language),
  )
  return spoken.length > 0 ? spoken : fitting.slice(0, 1)
}

function itemOf(
  release: Release,
  slides: readonly ReleasedSlide[],
  screen: ProgrammeScreen,
): ProgrammeItem {
  return {
    ...release.item,
    id: release.id,
    releaseId: release.id,
    bulletinId: release.bulletinId,
    order: release.loopOrder,
    slides: slides.map((slide) => ({
      language: slide.language,
      sha256: slide.sha256,
      slotSeconds: slotOn(screen, slide),
    })),
  }
}

/** A glass on which a slide has more pages gives it more time. */
function slotOn({ glass }: ProgrammeScreen, slide: ReleasedSlide): number {
  const kind = glass ? `${glass.orientation} ${glass.textStep}` : ''
  return slide.slots?.[kind] ?? slide.slotSeconds
}
