/**
 * Whether the files that a revision refers to may go on the glass: there, the
 * author's to use, whole, with rights, and said in words where the template
 * asks for them (`x-alt: "required"`).
 */
import type { RevisionInput } from '../../../../shared/contract/api/bulletins.js'
import type { TemplateView } from '../../../../shared/contract/template.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import type { Clock } from '../../../../shared/kernel/clock.js'
import { fieldProblemSentence } from '../../../../shared/text/copy/say.js'
import {
  readFieldSchema,
  type FieldSchema,
} from '../../../../templates/engine/field-schema.js'
import type { Actor } from '../accounts/actor.js'
import type { AreaRepository } from '../areas/area.repository.js'
import { localDate } from '../media/local-date.js'
import { maySee } from '../media/media-access.js'
import type { Media, MediaRepository } from '../media/media.repository.js'
import type { SpokenProblem } from './check-revision.js'

type Deps = {
  areas: Pick<AreaRepository, 'find' | 'findRoot'>
  media: Pick<MediaRepository, 'find'>
  clock: Clock
}

const WIDGETS = new Set(['image', 'video', 'document'])

/** Throws bulletin.fields_invalid with every file that may not be shown. */
export async function checkMedia(
  deps: Deps,
  actor: Actor,
  template: TemplateView,
  { fields, basis }: Pick<RevisionInput, 'fields' | 'basis'>,
): Promise<void> {
  const schema = readFieldSchema(template.fields) ?? undefined
  const problems: SpokenProblem[] = []
  for (const [language, values] of Object.entries(fields))
    for (const asked of filesIn(values, schema, `/fields/${language}`)) {
      const rule = await faultOf(deps, actor, asked)
      if (rule !== null) problems.push(spoken(asked.pointer, rule))
    }
  if (basis?.scanId !== undefined) {
    // A scan is read by the approver, not shown: it needs no rights and words.
    const scan = await deps.media.find(basis.scanId)
    if (scan === null || !(await maySee(deps, actor, scan)))
      problems.push(spoken('/basis/scanId', 'image_missing'))
  }
  if (problems.length > 0)
    throw new AppError('bulletin.fields_invalid', { problems })
}

type Asked = {
  pointer: string
  value: string
  widget: string
  needsWords: boolean
}

function filesIn(
  value: unknown,
  schema: FieldSchema | undefined,
  pointer: string,
): Asked[] {
  if (typeof value === 'string') {
    const widget = schema?.['x-widget'] ?? ''
    if (value === '' || !WIDGETS.has(widget)) return []
    const needsWords = schema?.['x-alt'] === 'required'
    return [{ pointer, value, widget, needsWords }]
  }
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inner]) =>
    filesIn(
      inner,
      Array.isArray(value) ? schema?.items : schema?.properties?.[name],
      `${pointer}/${name}`,
    ),
  )
}

async function faultOf(
  deps: Deps,
  actor: Actor,
  asked: Asked,
): Promise<string | null> {
  const [id = ''] = asked.value.split('#')
  const media = await deps.media.find(id)
  if (media === null || !(await maySee(deps, actor, media)))
    return 'image_missing'
  const isFilm = media.kind === 'video'
  if (asked.widget === 'video' && !isFilm) return 'not_a_film'
  if (asked.widget === 'image' && isFilm) return 'not_a_picture'
  if (media.state !== 'ready') return 'media_not_ready'
  if (isOver(media, deps.clock.now())) return 'rights_over'
  return asked.needsWords && media.alt === '' ? 'alt_missing' : null
}

/** The day of the rights' end still counts, by the clock in Vietnam. */
function isOver({ rightsUntil }: Media, now: number): boolean {
  return rightsUntil !== null && rightsUntil < localDate(now)
}

function spoken(pointer: string, rule: string): SpokenProblem {
  return {
    pointer,
    rule,
    message: {
      vi: fieldProblemSentence(rule, {}, 'vi'),
      en: fieldProblemSentence(rule, {}, 'en'),
    },
  }
}
