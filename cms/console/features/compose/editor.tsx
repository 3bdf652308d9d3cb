import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import type { BulletinState } from '../../../../shared/contract/api/bulletins.js'
import type { TemplateView } from '../../../../shared/contract/template.js'
import { BulletinStateTag } from '../../ui/bulletin-state.js'
import { Icon } from '../../ui/icon.js'
import { useWords } from '../../ui/language.js'
import { PageTop } from '../../ui/page.js'
import { AudiencePicker } from '../../ui/places/audience-picker.js'
import { ContentStep } from './content-step.js'
import { DraftNote, DraftSaved } from './draft-note.js'
import type { DraftStart } from './draft-keeper.js'
import { OtherEditors } from './other-editors.js'
import { ReviewStep } from './review-step.js'
import { ScheduleStep } from './schedule-step.js'
import { Steps, type StepNumber } from './steps.js'
import { useDraft } from './use-draft.js'
import { useDraftKeys } from './use-draft-keys.js'
import { useFieldProblems } from './use-field-problems.js'

type EditorProps = {
  start: DraftStart
  template: TemplateView
  ownerAreaId: string
  state: BulletinState
  onCreated?: (id: string) => void
}

export function Editor(props: EditorProps) {
  const { template, ownerAreaId, onCreated } = props
  const { copy, language } = useWords()
  const { draft, keeper } = useDraft(props.start, ownerAreaId)
  const { revision } = draft
  const step = stepOf(useSearch({ from: '/soan' }).buoc)
  const go = useNavigate({ from: '/soan' })
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [checking, setChecking] = useState(false)
  const problems = useFieldProblems(template, revision.fields.vi)
  const roots = useMemo(() => [ownerAreaId], [ownerAreaId])

  const toStep = (buoc: StepNumber): void => {
    void keeper.flush()
    void go({ search: (old) => ({ ...old, buoc }), resetScroll: true })
  }
  useEffect(() => {
    if (draft.id !== null) onCreated?.(draft.id)
    // Once, when the server has it for the first time.
  }, [draft.id])
  useDraftKeys({
    onSave: () => void keeper.flush(),
    onSubmit: () => toStep(4),
  })

  const next = step < 4 ? ((step + 1) as StepNumber) : null
  return (
    <>
      <PageTop
        title={revision.title}
        crumb={{ to: '/ban-tin', label: copy.bulletins.title }}
        beside={<BulletinStateTag state={props.state} />}
        actions={
          <>
            <DraftSaved draft={draft} />
            {next && (
              <button
                type="button"
                className="btn btn-primary"
                onClick={() => toStep(next)}
              >
                {copy.compose.next(copy.compose.steps[next - 1] ?? '')}
                <Icon name="right" />
              </button>
            )}
          </>
        }
      />
      <Steps current={step} onStep={toStep} />
      <OtherEditors id={draft.id} />
      <DraftNote draft={draft} keeper={keeper} template={template} />
      {step === 1 && (
        <ContentStep
          key={draft.epoch}
          template={template}
          language={language}
          draft={draft}
          areaId={ownerAreaId}
          problems={checking ? problems : []}
          allProblems={problems}
          touched={touched}
          onTouch={(id) => setTouched(new Set(touched).add(id))}
          onChange={(patch) => keeper.change(patch)}
        />
      )}
      {step === 2 && (
        <div className="page-body">
          <p className="lead">{copy.compose.whereLead}</p>
          <AudiencePicker
            value={revision.audience}
            roots={roots}
            onChange={(audience) => keeper.change({ audience })}
          />
        </div>
      )}
      {step === 3 && (
        <ScheduleStep
          key={draft.epoch}
          revision={revision}
          onChange={(patch) => keeper.change(patch)}
        />
      )}
      {step === 4 && (
        <ReviewStep
          template={template}
          draft={draft}
          keeper={keeper}
          areaId={ownerAreaId}
          problems={problems}
          onMend={(buoc) => {
            setChecking(true)
            toStep(buoc)
          }}
        />
      )}
    </>
  )
}

function stepOf(buoc: number | undefined): StepNumber {
  return buoc === 2 || buoc === 3 || buoc === 4 ? buoc : 1
}
