// Content, places, expiry, the real slide, three ticks, and the hold.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { Audience } from '../../../../shared/contract/api/bulletins.js'
import type { BodyOf } from '../../../../shared/contract/endpoints.js'
import type { TemplateView } from '../../../../shared/contract/template.js'
import { call } from '../../api/client.js'
import { noticeQuery } from '../../api/queries.js'
import { HoldButton } from '../../ui/hold-button.js'
import { useCopy } from '../../ui/language.js'
import { AudiencePicker } from '../../ui/places/audience-picker.js'
import { sentenceOf } from '../../ui/states.js'
import { sayWhen } from '../../ui/time.js'
import { ReachNote, useReach } from './notice-places.js'
import { NoticePreview } from './notice-preview.js'
import { ContentFields, UntilField } from './notice-words-fields.js'
import { ThreeChecks } from './three-checks.js'
import { useNoticeDraft } from './use-notice-draft.js'

const NOWHERE: Audience = { areaIds: [], screenIds: [] }
const NAMED = 6

type NoticeFormProps = {
  template: TemplateView
  drill: boolean
  ownerAreaId: string
  issuer: string
}

export function NoticeForm(props: NoticeFormProps) {
  const { template, drill, ownerAreaId } = props
  const copy = useCopy()
  const words = copy.notices
  const start = { fields: {}, level: drill ? 1 : 3, hours: 6 }
  const draft = useNoticeDraft(template, start)
  const [audience, setAudience] = useState<Audience>(NOWHERE)
  const [ticks, setTicks] = useState(0)
  const roots = useMemo(() => [ownerAreaId], [ownerAreaId])
  const reach = useReach(ownerAreaId, audience)
  const count = reach?.counts.screens ?? 0
  const needsSecond = !drill && reach?.rule === 'two'
  const send = useSend(needsSecond)
  const { level, hours, fields, expiresAt, pruned } = draft
  const ready = draft.isComplete && count > 0 && ticks === 3 && !send.isPending
  const places = (reach?.screens ?? []).map((screen) => screen.name)
  const label = needsSecond
    ? words.holdSecond(count)
    : drill
      ? words.holdDrill(count)
      : words.holdReal(count)
  return (
    <div className="page-body two-columns">
      <div className="stack">
        <ContentFields draft={draft} />
        <section className="stack tight">
          <h2>{words.whereHead}</h2>
          <AudiencePicker
            value={audience}
            roots={roots}
            onChange={setAudience}
          />
          {reach && <ReachNote reach={reach} />}
        </section>
        <UntilField draft={draft} />
      </div>
      <div className="stack">
        <NoticePreview
          template={template}
          fields={fields}
          own={{ level, drill, issuer: props.issuer, expiresAt }}
          areaId={ownerAreaId}
        />
        <ThreeChecks
          key={JSON.stringify([fields, audience, hours, level])}
          onTicks={setTicks}
          content={`${words.levels[level] ?? ''}. ${draft.saying}`}
          places={`${words.reach(count, reach?.counts.on ?? 0)} ${places
            .slice(0, NAMED)
            .join(', ')}${places.length > NAMED ? '…' : ''}`}
          until={words.untilSaid(sayWhen(expiresAt, copy))}
        />
        {needsSecond && <p className="note note-info">{words.secondNeeded}</p>}
        {send.isError && (
          <p className="note note-bad" role="alert">
            {sentenceOf(send.error, copy)}
          </p>
        )}
        {!ready && !send.isPending && <p className="hint">{words.notReady}</p>}
        <HoldButton
          drill={drill}
          disabled={!ready}
          label={send.isPending ? words.sending : label}
          hint={words.holdHint}
          onHeld={() =>
            send.mutate({
              templateId: template.id,
              fields: { vi: pruned },
              level,
              drill,
              ownerAreaId,
              audience,
              expiresAt,
            })
          }
        />
      </div>
    </div>
  )
}

type Body = BodyOf<'createNotice'>

/** Sends it, or lays it before a second officer; then goes to where it is. */
function useSend(needsSecond: boolean) {
  const go = useNavigate()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: Body) => {
      if (needsSecond) {
        await call('createNoticeOrder', { body })
        return null
      }
      return call('createNotice', { body })
    },
    onSuccess: async (view) => {
      void queries.invalidateQueries({ queryKey: ['notices'] })
      if (view === null) {
        await go({ to: '/khan', replace: true })
        return
      }
      queries.setQueryData(noticeQuery(view.id).queryKey, view)
      await go({ to: '/khan/$id', params: { id: view.id }, replace: true })
    },
  })
}
