// The next version of a notice that is on the glass, on the same screens.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { NoticeView } from '../../../../shared/contract/api/notices.js'
import type { TemplateView } from '../../../../shared/contract/template.js'
import { call } from '../../api/client.js'
import { noticeQuery, templatesQuery } from '../../api/queries.js'
import { HoldButton } from '../../ui/hold-button.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { PageTop } from '../../ui/page.js'
import { FailedState, LoadingRows, sentenceOf } from '../../ui/states.js'
import { sayWhen } from '../../ui/time.js'
import { NoticePreview } from './notice-preview.js'
import { ContentFields, UntilField } from './notice-words-fields.js'
import { ThreeChecks } from './three-checks.js'
import { useNoticeDraft } from './use-notice-draft.js'

export function CorrectNoticePage() {
  const { notices: words } = useCopy()
  const { id } = useParams({ from: '/khan/$id/sua' })
  const notice = useQuery(noticeQuery(id))
  const templates = useQuery(templatesQuery)
  const failed = notice.error ?? templates.error
  const template = templates.data?.find(
    (one) => one.id === notice.data?.words?.templateId,
  )
  return (
    <>
      <PageTop
        title={words.correctTitle}
        crumb={{ to: '/khan', label: words.title }}
      />
      {failed && (
        <FailedState
          error={failed}
          retry={() => {
            void notice.refetch()
            void templates.refetch()
          }}
        />
      )}
      {!failed && !(notice.data && templates.data) && (
        <LoadingRows rows={3} height={120} />
      )}
      {notice.data && template && (
        <CorrectForm
          key={notice.data.version}
          notice={notice.data}
          template={template}
        />
      )}
    </>
  )
}

type CorrectFormProps = { notice: NoticeView; template: TemplateView }

function CorrectForm({ notice, template }: CorrectFormProps) {
  const copy = useCopy()
  const words = copy.notices
  const queries = useQueryClient()
  const go = useNavigate()
  const { drill, ownerAreaId, issuer } = notice
  const draft = useNoticeDraft(template, {
    fields: notice.words?.fields.vi ?? {},
    level: notice.level,
    hours: 6,
  })
  const [ticks, setTicks] = useState(0)
  const { level, expiresAt, fields, pruned } = draft
  const send = useMutation({
    mutationFn: () =>
      call('correctNotice', {
        params: { id: notice.id },
        body: {
          templateId: template.id,
          fields: { ...notice.words?.fields, vi: pruned },
          level,
          expiresAt,
          expectedVersion: notice.version,
        },
      }),
    onSuccess: async (view) => {
      queries.setQueryData(noticeQuery(view.id).queryKey, view)
      await go({ to: '/khan/$id', params: { id: view.id }, replace: true })
    },
  })
  const ready = draft.isComplete && ticks === 3 && !send.isPending
  return (
    <>
      <div className={`urgent-banner urgent-${drill ? 'drill' : 'real'}`}>
        <Icon name="urgent" size={36} />
        <p>{words.correctLead(notice.counts.screens)}</p>
      </div>
      <div className="page-body two-columns">
        <div className="stack">
          <ContentFields draft={draft} />
          <UntilField draft={draft} />
        </div>
        <div className="stack">
          <NoticePreview
            template={template}
            fields={fields}
            own={{ level, drill, issuer, expiresAt }}
            areaId={ownerAreaId}
          />
          <ThreeChecks
            key={JSON.stringify([fields, level, draft.hours])}
            onTicks={setTicks}
            content={`${words.levels[level] ?? ''}. ${draft.saying}`}
            places={words.samePlaces(notice.counts.screens)}
            until={words.untilSaid(sayWhen(expiresAt, copy))}
          />
          {send.isError && (
            <p className="note note-bad" role="alert">
              {sentenceOf(send.error, copy)}
            </p>
          )}
          {!ready && <p className="hint">{words.notReadyCorrect}</p>}
          <HoldButton
            drill={drill}
            disabled={!ready}
            label={
              send.isPending
                ? words.sending
                : words.holdCorrect(notice.counts.screens)
            }
            hint={words.holdHint}
            onHeld={() => send.mutate()}
          />
        </div>
      </div>
    </>
  )
}
