import type { RevisionInput } from '../../../../shared/contract/api/bulletins.js'
import type { FieldProblem } from '../../../../shared/contract/errors.js'
import type { TemplateView } from '../../../../shared/contract/template.js'
import { fieldId } from '../../fields/problem-errors.js'
import { TemplateForm } from '../../fields/template-form.js'
import { useCopy } from '../../ui/language.js'
import type { DraftState } from './draft-keeper.js'
import { LivePreview } from './live-preview.js'
import { ProblemSummary } from './problem-summary.js'
import { TitleField } from './title-field.js'

type ContentStepProps = {
  template: TemplateView
  language: 'vi' | 'en'
  draft: DraftState
  areaId: string
  /** Shown whether or not the field was visited: after a check. */
  problems: readonly FieldProblem[]
  allProblems: readonly FieldProblem[]
  touched: ReadonlySet<string>
  onTouch: (fieldId: string) => void
  onChange: (patch: Partial<RevisionInput>) => void
}

export function ContentStep(props: ContentStepProps) {
  const { template, draft, problems, allProblems, touched } = props
  const copy = useCopy()
  const { revision } = draft
  const shown =
    problems.length > 0
      ? problems
      : allProblems.filter((one) => touched.has(fieldId(one.pointer)))
  const setFields = (vi: Record<string, unknown>): void => {
    // The form reports once on mounting; only a person's change is a change.
    if (JSON.stringify(vi) === JSON.stringify(revision.fields.vi)) return
    props.onChange({ fields: { ...revision.fields, vi } })
  }
  return (
    <div className="editor">
      <div className="editor-form">
        <ProblemSummary schema={template.fields} problems={problems} />
        <TitleField
          value={revision.title}
          onChange={(title) => props.onChange({ title })}
        />
        <p className="muted">
          {copy.compose.templateIs(template.name[props.language])}
        </p>
        <TemplateForm
          schema={template.fields}
          fields={revision.fields.vi}
          problems={shown}
          onChange={setFields}
          onLeave={props.onTouch}
        />
      </div>
      <aside className="editor-preview" aria-label={copy.compose.preview}>
        <LivePreview
          template={template}
          fields={revision.fields.vi}
          areaId={props.areaId}
          title={revision.title}
        />
      </aside>
    </div>
  )
}
