// Hold back what is released, end it sooner, or let it go now: one act each,
// without a new revision to be typed.
import { Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Reschedule } from '../../../../shared/contract/api/bulletin-history.js'
import type { BulletinView } from '../../../../shared/contract/api/bulletins.js'
import { systemClock } from '../../../../shared/kernel/clock.js'
import { call } from '../../api/client.js'
import { bulletinQuery } from '../../api/queries.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { sayEnd } from '../../ui/schedule-words.js'
import { sentenceOf } from '../../ui/states.js'
import { DateField, TimeField } from '../../ui/time-fields.js'
import { addDays, instantAt, sayTime, sayWhen, today } from '../../ui/time.js'

type Asked = 'hold' | 'end'

/** Only for what is released, and for who may change its times. */
export function TimingCard({ bulletin }: { bulletin: BulletinView }) {
  const copy = useCopy()
  const words = copy.timing
  const queries = useQueryClient()
  const [asked, setAsked] = useState<Asked | null>(null)
  const { may, notBefore, expiresAt, liveRevisionNumber } = bulletin
  const act = useMutation({
    mutationFn: (change: Reschedule) =>
      call('rescheduleBulletin', { params: { id: bulletin.id }, body: change }),
    onSuccess: (view) => {
      queries.setQueryData(bulletinQuery(view.id).queryKey, view)
      void queries.invalidateQueries({ queryKey: ['bulletins'] })
      void queries.invalidateQueries({ queryKey: ['bulletin', view.id] })
      setAsked(null)
      notifications.show({ message: words.done, color: 'act' })
    },
  })
  if (liveRevisionNumber === null || !(may.narrow || may.widen)) return null
  const waits = notBefore !== null
  const ask = (what: Asked): void => {
    act.reset()
    setAsked(what)
  }
  const failure = act.isError && (
    <p className="note note-bad" role="alert">
      {sentenceOf(act.error, copy)}
    </p>
  )
  return (
    <section className="card pad stack timing">
      <h2>{words.title}</h2>
      <p>
        {waits ? words.heldUntil(sayWhen(notBefore, copy)) : words.notHeld}{' '}
        {expiresAt ? words.endsAt(sayEnd(expiresAt)) : words.noEnd}
      </p>
      {asked === null && failure}
      <div className="button-row">
        {waits && may.widen && (
          <button
            type="button"
            className="btn btn-primary"
            disabled={act.isPending}
            onClick={() => act.mutate({ notBefore: null })}
          >
            <Icon name="send" />
            {words.letGo}
          </button>
        )}
        <button type="button" className="btn" onClick={() => ask('hold')}>
          <Icon name="clock" />
          {words.hold}
        </button>
        <button type="button" className="btn" onClick={() => ask('end')}>
          <Icon name="power" />
          {words.end}
        </button>
      </div>
      <Modal
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={asked === 'hold' ? words.holdTitle : words.endTitle}
        closeButtonProps={{ 'aria-label': copy.shell.close }}
      >
        {failure}
        {asked && (
          <MomentForm
            key={asked}
            asked={asked}
            screens={bulletin.screenCount}
            busy={act.isPending}
            onChoose={(instant) =>
              act.mutate(
                asked === 'hold'
                  ? { notBefore: instant }
                  : { expiresAt: instant },
              )
            }
          />
        )}
      </Modal>
    </section>
  )
}

const HOUR_MS = 3_600_000

function MomentForm(props: {
  asked: Asked
  screens: number
  busy: boolean
  onChoose: (instant: string) => void
}) {
  const words = useCopy().timing
  const { asked, screens, busy, onChoose } = props
  const tomorrow = addDays(today(), 1)
  const [date, setDate] = useState<string | null>(
    asked === 'hold' ? tomorrow : today(),
  )
  const [time, setTime] = useState(asked === 'hold' ? '07:00' : '17:00')
  const instant = date === null ? null : instantAt(date, time)
  const past = instant !== null && Date.parse(instant) <= systemClock.now()
  const quick =
    asked === 'hold'
      ? [{ name: words.tomorrowMorning, at: instantAt(tomorrow, '07:00') }]
      : [
          {
            name: words.inAnHour(sayTime(systemClock.now() + HOUR_MS)),
            at: new Date(systemClock.now() + HOUR_MS).toISOString(),
          },
          { name: words.endOfToday, at: instantAt(tomorrow, '00:00') },
        ]
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (instant !== null && !past) onChoose(instant)
      }}
    >
      <p>{asked === 'hold' ? words.holdLead : words.endLead(screens)}</p>
      <div className="button-row">
        {quick.map(({ name, at }) => (
          <button
            key={name}
            type="button"
            className="btn"
            disabled={busy}
            onClick={() => onChoose(at)}
          >
            {name}
          </button>
        ))}
      </div>
      <div className="inline-fields">
        <DateField
          label={words.date}
          value={date}
          error={past ? words.isPast : null}
          onChange={setDate}
        />
        <TimeField label={words.time} value={time} onChange={setTime} />
      </div>
      <button
        type="submit"
        className="btn btn-primary"
        disabled={instant === null || past || busy}
      >
        {asked === 'hold' ? words.hold : words.end}
      </button>
    </form>
  )
}
