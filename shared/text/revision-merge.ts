/**
 * Two people changed one revision: what each of them did since they last
 * agreed, part by part, and the one that comes of choosing. A part is what a
 * person decides as one: a field of a slide, the places, the times.
 */
import type { RevisionInput } from '../contract/api/bulletins.js'
import { canonicalJson } from '../kernel/canonical-json.js'
import { keysOf } from './revision-changes.js'

export type Side = 'mine' | 'theirs'

export type MergePart = {
  /** JSON pointer of the part: '/title', '/fields/vi/body', '/audience'. */
  pointer: string
  /** Undefined: is not there. */
  mine: unknown
  theirs: unknown
  /** Who changed it since both had the same; `both` has to be chosen. */
  changed: Side | 'both'
}

const PLAIN = [
  'title',
  'audience',
  'schedule',
  'priority',
  'weight',
  'basis',
] as const

/** The parts of a revision by pointer, in the order they are written. */
export function partsOf(revision: RevisionInput): Map<string, unknown> {
  const parts = new Map<string, unknown>([['/templateId', revision.templateId]])
  for (const key of PLAIN) parts.set(`/${key}`, revision[key])
  for (const [language, fields] of Object.entries(revision.fields))
    for (const [key, value] of Object.entries(fields ?? {}))
      parts.set(`/fields/${language}/${escaped(key)}`, value)
  return parts
}

/**
 * What differs between two revisions that grew from `base`; without a base
 * nobody knows who changed what, so everything has to be chosen.
 */
export function mergeParts(
  base: RevisionInput | null,
  mine: RevisionInput,
  theirs: RevisionInput,
): MergePart[] {
  const was = base ? partsOf(base) : null
  const my = partsOf(mine)
  const their = partsOf(theirs)
  const pointers = new Set([...their.keys(), ...my.keys()])
  return [...pointers].flatMap((pointer) => {
    const [a, b] = [my.get(pointer), their.get(pointer)]
    if (sameValue(a, b)) return []
    const old = was?.get(pointer)
    const changed =
      was && sameValue(a, old)
        ? 'theirs'
        : was && sameValue(b, old)
          ? 'mine'
          : 'both'
    return [{ pointer, mine: a, theirs: b, changed }]
  })
}

/**
 * Their revision with my parts where mine was chosen. Parts without a choice
 * are those of the one who changed them; of both, theirs. Fields belong to a
 * template: choosing the template chooses all of its fields.
 */
export function mergeRevisions(
  parts: readonly MergePart[],
  sides: { mine: RevisionInput; theirs: RevisionInput },
  choices: ReadonlyMap<string, Side>,
): RevisionInput {
  const merged = structuredClone(sides.theirs)
  const takesMine = ({ pointer, changed }: MergePart): boolean =>
    (choices.get(pointer) ?? changed) === 'mine'
  for (const part of parts) if (takesMine(part)) setPart(merged, part)
  const template = parts.find(({ pointer }) => pointer === '/templateId')
  if (template) {
    const { templateId, fields } = takesMine(template)
      ? sides.mine
      : sides.theirs
    Object.assign(merged, { templateId, fields: structuredClone(fields) })
  }
  return merged
}

function setPart(revision: RevisionInput, { pointer, mine }: MergePart): void {
  const keys = keysOf(pointer)
  const last = keys.pop() ?? ''
  let at = revision as Record<string, unknown>
  for (const key of keys) at = (at[key] ??= {}) as Record<string, unknown>
  if (mine === undefined) delete at[last]
  else at[last] = structuredClone(mine)
}

/** An empty text or list says nothing, so it is as good as absent. */
function sameValue(a: unknown, b: unknown): boolean {
  return said(a) === said(b)
}

function said(value: unknown): string {
  const empty =
    value === undefined ||
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  return empty ? '' : canonicalJson(value).normalize('NFC')
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}
