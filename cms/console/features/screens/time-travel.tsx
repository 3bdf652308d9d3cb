import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { systemClock } from '../../../../shared/kernel/clock.js'
import { useCopy } from '../../ui/language.js'
import { DateField, TimeField } from '../../ui/time-fields.js'
import { instantAt, isoDateOf, sayTime } from '../../ui/time.js'

/** Any moment, past or to come; it stands in the address and can be sent on. */
export function TimeTravel(props: {
  screenId: string
  at: string | undefined
}) {
  const copy = useCopy()
  const words = copy.screens
  const go = useNavigate()
  const start = props.at ?? systemClock.now()
  const [date, setDate] = useState<string | null>(isoDateOf(start))
  const [time, setTime] = useState(sayTime(start))
  const params = { id: props.screenId }
  return (
    <form
      className="card pad time-travel"
      onSubmit={(event) => {
        event.preventDefault()
        if (date === null) return
        void go({
          to: '/man-hinh/$id',
          params,
          search: { luc: instantAt(date, time) },
        })
      }}
    >
      <h3>{words.whenLabel}</h3>
      <div className="inline-fields">
        <DateField label={words.whenDate} value={date} onChange={setDate} />
        <TimeField label={words.whenTime} value={time} onChange={setTime} />
        <button type="submit" className="btn" disabled={date === null}>
          {words.whenGo}
        </button>
        {props.at && (
          <Link className="btn btn-text" to="/man-hinh/$id" params={params}>
            {words.whenNow}
          </Link>
        )}
      </div>
    </form>
  )
}
