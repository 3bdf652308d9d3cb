/** What each act makes of an area: no clock, no I/O. */
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { AreaRecord } from './area-history.repository.js'
import type { Area } from './area.repository.js'
import { endedOn, holdsOn } from './interval.rules.js'

/** An area with all it was ever called. */
export type AreaState = Area & AreaRecord

/** The code that holds on the day, or null. */
export function codeOn(state: AreaRecord, day: string): string | null {
  return state.codes.find((span) => holdsOn(span, day))?.code ?? null
}

/** The name it had on the day: what was published then says that one. */
export function nameOn(state: AreaState, day: string): string {
  const first = state.names[0]
  const held = state.names.find((span) => holdsOn(span, day))
  return held?.name ?? first?.name ?? state.name
}

/**
 * Called `name` from the day on. The same day as the last renaming corrects
 * that one. Throws area.bad_date for a day before it.
 */
export function renamed(
  state: AreaState,
  name: string,
  from: string,
): AreaState {
  const last = state.names.at(-1)
  if (last !== undefined && from < last.from)
    throw new AppError('area.bad_date', { day: from })
  return {
    ...state,
    name,
    names: [...endedOn(state.names, from), { name, from, until: null }],
  }
}

/** With this code, or none, from the day on. Throws area.bad_date likewise. */
export function recoded(
  state: AreaState,
  code: string | null,
  from: string,
): AreaState {
  const last = state.codes.at(-1)
  if (last !== undefined && (from < last.from || from < (last.until ?? '')))
    throw new AppError('area.bad_date', { day: from })
  const before = endedOn(state.codes, from)
  return {
    ...state,
    codes: code === null ? before : [...before, { code, from, until: null }],
  }
}

/** No more from the day on; its code is free for another. */
export function closed(state: AreaState, on: string): AreaState {
  if (on < state.validFrom) throw new AppError('area.bad_date', { day: on })
  return { ...state, validUntil: on, codes: endedOn(state.codes, on) }
}

type AreaFact = string | string[] | null

/**
 * What differs, for the audit and for a preview: before and after by field.
 * Of a new area, all that is said of it.
 */
export function differences(
  before: AreaState | null,
  after: AreaState,
  day: string,
): Record<string, { before: AreaFact; after: AreaFact }> {
  const facts = (state: AreaState): Record<string, AreaFact> => ({
    name: state.name,
    kind: state.kind,
    parentId: state.parentId,
    code: state.validUntil === null ? codeOn(state, day) : lastCode(state),
    until: state.validUntil,
    aliases: [...state.aliases].sort(),
    tags: [...state.tags].sort(),
  })
  const was = before === null ? {} : facts(before)
  const isFilled = (fact: AreaFact) => fact !== null && fact.length > 0
  return Object.fromEntries(
    Object.entries(facts(after))
      .filter(([key, fact]) =>
        before === null
          ? isFilled(fact)
          : JSON.stringify(was[key]) !== JSON.stringify(fact),
      )
      .map(([key, fact]) => [key, { before: was[key] ?? null, after: fact }]),
  )
}

/** The last code of an area that is no more. */
export function lastCode(state: AreaRecord): string | null {
  return state.codes.at(-1)?.code ?? null
}
