import type { RevisionInput } from '../../../../shared/contract/api/bulletins.js'
import type { Language } from '../../../../shared/contract/primitives.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { glassSentence } from '../../../../shared/text/copy/glass.js'
import { renderSlide } from '../../../../templates/engine/render-slide.js'
import type { SpokenProblem } from '../bulletins/check-revision.js'
import type { MediaRepository } from '../media/media.repository.js'
import { fieldOfFinding } from './field-of-finding.rules.js'
import type { KeptCatalogue } from './kept-assets.js'
import { measureDocument, type MeasureDeps } from './measure-document.js'
import type { Measurement } from './measurement.repository.js'
import { mediaResolver } from './resolve-media.js'

type Deps = MeasureDeps & {
  media: Pick<MediaRepository, 'find' | 'findPage'>
  keptCatalogue: () => KeptCatalogue
}

/** Faults told at once: the rest is most likely the same fault again. */
const MOST_PROBLEMS = 20

/**
 * Throws bulletin.not_legible with `problems` when a slide of the revision
 * would be cut, crowded, small or pale on some kind of glass. Where this
 * machine has no browser nothing is measured and nothing is refused: the
 * console has measured with the same code.
 */
export async function requireLegible(
  deps: Deps,
  written: Pick<RevisionInput, 'templateId' | 'fields'>,
): Promise<void> {
  const { catalogue } = deps.keptCatalogue()
  const { frame } = catalogue.get(written.templateId)
  const problems = new Map<string, SpokenProblem>()
  for (const [code, fields] of Object.entries(written.fields)) {
    if (!fields) continue
    const language = code as Language
    const { html } = await renderSlide(catalogue, {
      templateId: written.templateId,
      fields,
      language,
      resolutionClass: '1080',
      resolveMedia: mediaResolver(deps),
    })
    const measured = await measureDocument(deps, { html, frame, language })
    for (const problem of problemsOf(measured ?? [], language, fields)) {
      const key = `${problem.pointer} ${problem.rule}`
      if (!problems.has(key)) problems.set(key, problem)
    }
  }
  if (problems.size > 0) {
    const told = [...problems.values()].slice(0, MOST_PROBLEMS)
    throw new AppError('bulletin.not_legible', { problems: told })
  }
}

/** Pointers lead into the revision: `/fields/vi/title`. */
function problemsOf(
  measured: readonly Measurement[],
  language: Language,
  fields: Readonly<Record<string, unknown>>,
): SpokenProblem[] {
  return measured.flatMap(({ orientation, textStep, findings }) =>
    findings.map((one) => ({
      pointer: `/fields/${language}${fieldOfFinding(fields, one.text)}`,
      rule: one.kind.toLowerCase(),
      message: {
        vi: glassSentence({ ...one, orientation, textStep }, 'vi'),
        en: glassSentence({ ...one, orientation, textStep }, 'en'),
      },
    })),
  )
}
