// Content, places, expiry, the real slide, three ticks, and the hold.
import { NativeSelect } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { Audience } from '../../../../shared/contract/api/bulletins.js'
import type { TemplateView } from '../../../../shared/contract/template.js'
import { systemClock } from '../../../../shared/kernel/clock.js'
import { validateFields } from '../../../../templates/engine/validate-fields.js'
import { call } from '../../api/client.js'
import { areasQuery, noticeQuery, screensQuery } from '../../api/queries.js'
import { prune } from '../../fields/fill-sample.js'
import { fieldId } from '../../fields/problem-errors.js'
import { TemplateForm } from '../../fields/template-form.js'
import { HoldButton } from '../../ui/hold-button.js'
import { useWords } from '../../ui/language.js'
import { AudiencePicker } from '../../ui/places/audience-picker.js'
import { screensOf } from '../../ui/places/audience.rules.js'
import { sentenceOf } from '../../ui/states.js'
import { sayWhen } from '../../ui/time.js'
import { typedPart } from './notice-draft.js'
import { NoticePreview } from './notice-preview.js'
import { ThreeChecks } from './three-checks.js'

type Fields = Record<string, unknown>
const LEVELS = [0, 1, 2, 3, 4, 5] as const
const HOURS = [1, 2, 3, 6, 12, 24] as const
const NOWHERE: Audience = { areaIds: [], screenIds: [] }

type NoticeFormProps = {
  template: TemplateView
  drill: boolean
  ownerAreaId: string
  issuer: string
}

export function NoticeForm(props: NoticeFormProps) {
  const { template, drill, ownerAreaId } = props
  const { copy, language } = useWords()
  const words = copy.notices
  const go = useNavigate()
  const queries = useQueryClient()
  const areas = useQuery(areasQuery)
  const screens = useQuery(screensQuery)
  const [fields, setFields] = useState<Fields>({})
  const [audience, setAudience] = useState<Audience>(NOWHERE)
  const [level, setLevel] = useState(drill ? 1 : 3)
  const [hours, setHours] = useState(6)
  const [ticks, setTicks] = useState(0)
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const typed = useMemo(() => typedPart(template), [template])
  const roots = useMemo(() => [ownerAreaId], [ownerAreaId])
  const problems = validateFields(typed, prune(fields) as Fields, language)
  const where = screensOf(audience, areas.data ?? [], screens.data ?? [])
  const expiresAt = new Date(
    Math.floor(systemClock.now() / 60_000) * 60_000 + hours * 3_600_000,
  ).toISOString()

  const send = useMutation({
    mutationFn: () =>
      call('createNotice', {
        body: {
          templateId: template.id,
          fields: { vi: prune(fields) as Fields },
          level,
          drill,
          ownerAreaId,
          audience,
          expiresAt,
        },
      }),
    onSuccess: async (view) => {
      queries.setQueryData(noticeQuery(view.id).queryKey, view)
      void queries.invalidateQueries({ queryKey: ['notices'] })
      await go({ to: '/khan/$id', params: { id: view.id }, replace: true })
    },
  })
  const complete = problems.length === 0 && where.length > 0
  const ready = complete && ticks === 3 && !send.isPending
  const action = typeof fields['action'] === 'string' ? fields['action'] : ''
  return (
    <div className="page-body two-columns">
      <div className="stack">
        <section className="stack">
          <h2>{words.contentHead}</h2>
          <NativeSelect
            label={words.levelLabel}
            value={String(level)}
            data={LEVELS.map((one) => ({
              value: String(one),
              label: words.levels[one] ?? '',
            }))}
            onChange={(event) => setLevel(Number(event.currentTarget.value))}
          />
          <TemplateForm
            schema={typed.fields}
            fields={fields}
            problems={problems.filter((one) =>
              touched.has(fieldId(one.pointer)),
            )}
            onChange={setFields}
            onLeave={(id) => setTouched(new Set(touched).add(id))}
          />
        </section>
        <section className="stack tight">
          <h2>{words.whereHead}</h2>
          <AudiencePicker
            value={audience}
            roots={roots}
            onChange={setAudience}
          />
        </section>
        <section className="stack tight">
          <h2>{words.untilHead}</h2>
          <NativeSelect
            label={words.hoursLabel}
            value={String(hours)}
            data={HOURS.map((one) => ({
              value: String(one),
              label: words.hours(one),
            }))}
            onChange={(event) => setHours(Number(event.currentTarget.value))}
          />
        </section>
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
          content={`${words.levels[level] ?? ''}. ${action}`}
          places={`${copy.shell.screenCount(where.length)}: ${where
            .slice(0, 6)
            .map((screen) => screen.settings.name)
            .join(', ')}${where.length > 6 ? '…' : ''}`}
          until={words.untilSaid(sayWhen(expiresAt, copy))}
        />
        {send.isError && (
          <p className="note note-bad" role="alert">
            {sentenceOf(send.error, copy)}
          </p>
        )}
        {!ready && !send.isPending && <p className="hint">{words.notReady}</p>}
        <HoldButton
          drill={drill}
          disabled={!ready}
          label={
            send.isPending
              ? words.sending
              : drill
                ? words.holdDrill(where.length)
                : words.holdReal(where.length)
          }
          hint={words.holdHint}
          onHeld={() => send.mutate()}
        />
      </div>
    </div>
  )
}
