// Which of the found places a person means to mend.
import type {
  BulletinUse,
  ProposeCorrection,
} from '../../../../shared/contract/api/corrections.js'

/** `<bulletin id> <pointer>` of every chosen place. */
export type Chosen = ReadonlySet<string>

export function placeKey(use: BulletinUse, pointer: string): string {
  return `${use.bulletinId} ${pointer}`
}

/** What is written exactly so; other accents may be another word. */
export function exactPlaces(uses: readonly BulletinUse[]): Set<string> {
  return new Set(
    uses.flatMap((use) =>
      use.hits
        .filter(({ exact }) => exact)
        .map(({ pointer }) => placeKey(use, pointer)),
    ),
  )
}

/** As the proposal names them; bulletins without a chosen place are left out. */
export function chosenPlaces(
  uses: readonly BulletinUse[],
  chosen: Chosen,
): ProposeCorrection['places'] {
  return uses.flatMap((use) => {
    const pointers = use.hits
      .map(({ pointer }) => pointer)
      .filter((pointer) => chosen.has(placeKey(use, pointer)))
    const { bulletinId, revisionId } = use
    return pointers.length > 0 ? [{ bulletinId, revisionId, pointers }] : []
  })
}
