// The last look: everything that would stop it, the slide itself, where and
// when, and the one button.
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { FieldProblem } from '../../../../shared/contract/errors.js'
import type { TemplateView } from '../../../../shared/contract/template.js'
import { call } from '../../api/client.js'
import {
  areasQuery,
  groupsQuery,
  bulletinQuery,
  screensQuery,
} from '../../api/queries.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { ScreenNames } from '../../ui/places/screen-names.js'
import { screensOf } from '../../ui/places/audience.rules.js'
import { saySchedule } from '../../ui/schedule-words.js'
import { sentenceOf } from '../../ui/states.js'
import { today } from '../../ui/time.js'
import { BasisForm } from './basis-form.js'
import type { DraftKeeper, DraftState } from './draft-keeper.js'
import { LivePreview } from './live-preview.js'
import { ProblemSummary } from './problem-summary.js'
import { scheduleProblem } from './schedule.rules.js'
import type { StepNumber } from './steps.js'

type ReviewStepProps = {
  template: TemplateView
  draft: DraftState
  keeper: DraftKeeper
  areaId: string
  problems: readonly FieldProblem[]
  onMend: (step: StepNumber) => void
}

export function ReviewStep(props: ReviewStepProps) {
  const { template, draft, keeper, problems, onMend } = props
  const copy = useCopy()
  const words = copy.compose
  const queries = useQueryClient()
  const go = useNavigate()
  const areas = useQuery(areasQuery)
  const screens = useQuery(screensQuery)
  const groups = useQuery(groupsQuery).data ?? []
  const { revision } = draft
  const where = screensOf(
    revision.audience,
    areas.data ?? [],
    screens.data ?? [],
    { groups, areaIds: [props.areaId] },
  )
  const dates = scheduleProblem(revision.schedule, today())
  const known = areas.isSuccess && screens.isSuccess
  const ready =
    problems.length === 0 && dates === null && known && where.length > 0

  const submit = useMutation({
    mutationFn: async () => {
      // The words a person sees are the words that are sent.
      const saved = await keeper.flush()
      if (saved.status !== 'saved' || saved.id === null) {
        throw saved.error ?? new Error('not saved')
      }
      return call('submitBulletin', {
        params: { id: saved.id },
        ifMatch: saved.version,
      })
    },
    onSuccess: async (view) => {
      queries.setQueryData(bulletinQuery(view.id).queryKey, view)
      void queries.invalidateQueries({ queryKey: ['bulletins'] })
      notifications.show({ message: copy.bulletins.submitted, color: 'act' })
      await go({ to: '/ban-tin/$id', params: { id: view.id } })
    },
  })
  return (
    <div className="page-body two-columns">
      <div className="stack">
        <LivePreview
          template={template}
          fields={revision.fields.vi}
          areaId={props.areaId}
          title={revision.title}
        />
      </div>
      <div className="stack">
        <ProblemSummary schema={template.fields} problems={problems} />
        <ul className="card checklist">
          <Line
            good={problems.length === 0}
            title={words.checkFields}
            detail={
              problems.length === 0
                ? words.checkFieldsDone
                : words.toMend(problems.length)
            }
            onMend={() => onMend(1)}
          />
          <Line
            good={where.length > 0}
            title={words.checkWhere}
            detail={
              known && where.length === 0
                ? words.chooseSome
                : copy.shell.screenCount(where.length)
            }
            onMend={() => onMend(2)}
          />
          <Line
            good={dates === null}
            title={words.checkWhen}
            detail={
              dates === null
                ? saySchedule(revision.schedule, copy)
                : words.scheduleProblems[dates]
            }
            onMend={() => onMend(3)}
          />
        </ul>
        <ScreenNames screens={where} />
        <BasisForm
          key={draft.epoch}
          basis={revision.basis}
          required={template.category === 'election'}
          onChange={(basis) => keeper.change({ basis })}
        />
        {submit.isError && (
          <p className="note note-bad" role="alert">
            {sentenceOf(submit.error, copy)}
          </p>
        )}
        <p className="note note-gold">{words.whoApproves}</p>
        <button
          type="button"
          className="btn btn-primary btn-large"
          disabled={!ready || submit.isPending}
          onClick={() => submit.mutate()}
        >
          <Icon name="send" />
          {copy.bulletins.submit}
        </button>
      </div>
    </div>
  )
}

function Line(props: {
  good: boolean
  title: string
  detail: string
  onMend: () => void
}) {
  const copy = useCopy()
  return (
    <li className={props.good ? 'check-good' : 'check-warn'}>
      <Icon name={props.good ? 'check' : 'urgent'} />
      <span>
        <b>{props.title}</b>
        <small>{props.detail}</small>
      </span>
      <button type="button" className="link" onClick={props.onMend}>
        {props.good ? copy.compose.look : copy.compose.mend}
      </button>
    </li>
  )
}
