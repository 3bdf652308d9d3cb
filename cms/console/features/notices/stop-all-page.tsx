// Stop all: from a phone, in a hurry, and never by accident.
import { Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Navigate, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { Audience } from '../../../../shared/contract/api/bulletins.js'
import { call } from '../../api/client.js'
import { noticeQuery } from '../../api/queries.js'
import { HoldButton } from '../../ui/hold-button.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { areasWhere, useMe } from '../../ui/me.js'
import { PageTop } from '../../ui/page.js'
import { AudiencePicker } from '../../ui/places/audience-picker.js'
import { sentenceOf } from '../../ui/states.js'
import { ReachNote, useReach } from './notice-places.js'

export function StopAllPage() {
  const copy = useCopy()
  const words = copy.notices
  const me = useMe()
  const [areaId] = areasWhere(me, 'duty', 'approver')
  if (areaId === undefined) return <Navigate to="/khan" replace />
  return (
    <>
      <PageTop
        title={words.stopAll}
        crumb={{ to: '/khan', label: words.title }}
      />
      <div className="urgent-banner urgent-real">
        <Icon name="power" size={36} />
        <p>{words.stopAllLead}</p>
      </div>
      <StopAllForm ownerAreaId={areaId} />
    </>
  )
}

function StopAllForm({ ownerAreaId }: { ownerAreaId: string }) {
  const copy = useCopy()
  const words = copy.notices
  const go = useNavigate()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const [audience, setAudience] = useState<Audience>({
    areaIds: [ownerAreaId],
    screenIds: [],
  })
  const roots = useMemo(() => [ownerAreaId], [ownerAreaId])
  const reach = useReach(ownerAreaId, audience)
  const count = reach?.counts.screens ?? 0
  const stop = useMutation({
    mutationFn: () =>
      call('createHold', { body: { ownerAreaId, audience, reason } }),
    onSuccess: async (view) => {
      queries.setQueryData(noticeQuery(view.id).queryKey, view)
      void queries.invalidateQueries({ queryKey: ['notices'] })
      await go({ to: '/khan/$id', params: { id: view.id }, replace: true })
    },
  })
  const ready = count > 0 && reason.trim() !== '' && !stop.isPending
  return (
    <div className="page-body two-columns">
      <section className="stack tight">
        <h2>{words.whereHead}</h2>
        <AudiencePicker value={audience} roots={roots} onChange={setAudience} />
      </section>
      <div className="stack">
        {reach && <ReachNote reach={reach} />}
        <Textarea
          label={words.stopReason}
          description={words.stopReasonHelp}
          value={reason}
          maxLength={500}
          autosize
          minRows={3}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {stop.isError && (
          <p className="note note-bad" role="alert">
            {sentenceOf(stop.error, copy)}
          </p>
        )}
        <HoldButton
          drill={false}
          disabled={!ready}
          label={stop.isPending ? words.sending : words.holdStop(count)}
          hint={words.holdHint}
          onHeld={() => stop.mutate()}
        />
      </div>
    </div>
  )
}
