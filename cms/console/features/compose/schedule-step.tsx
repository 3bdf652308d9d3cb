// When it is shown: dates, hours, weekdays, and how often in the loop.
import { Radio, TextInput } from '@mantine/core'
import type { RevisionInput } from '../../../../shared/contract/api/bulletins.js'
import type { Daypart, Schedule } from '../../../../shared/contract/schedule.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { saySchedule } from '../../ui/schedule-words.js'
import { DateField, TimeField } from '../../ui/time-fields.js'
import {
  lastDayOf,
  scheduleProblem,
  withLastDay,
  withoutEmpty,
} from './schedule.rules.js'
import { instantAt, isoDateOf, today } from '../../ui/time.js'

type ScheduleStepProps = {
  revision: RevisionInput
  onChange: (patch: Partial<RevisionInput>) => void
}

export function ScheduleStep({ revision, onChange }: ScheduleStepProps) {
  const copy = useCopy()
  const words = copy.compose
  const { schedule } = revision
  const set = (patch: { [K in keyof Schedule]?: Schedule[K] | undefined }) =>
    onChange({ schedule: withoutEmpty({ ...schedule, ...patch }) })
  const problem = scheduleProblem(schedule, today())
  return (
    <div className="page-body schedule">
      <p className="lead">{saySchedule(schedule, copy)}</p>
      <fieldset className="field-set">
        <legend>{words.dates}</legend>
        <div className="inline-fields">
          <DateField
            label={words.fromDate}
            hint={words.fromDateHelp}
            value={schedule.notBefore ? isoDateOf(schedule.notBefore) : null}
            onChange={(date) =>
              set({ notBefore: date ? instantAt(date, '00:00') : undefined })
            }
          />
          <DateField
            label={words.toDate}
            hint={words.toDateHelp}
            value={lastDayOf(schedule)}
            error={problem === null ? null : words.scheduleProblems[problem]}
            onChange={(date) => set(withLastDay(date))}
          />
        </div>
      </fieldset>
      <Weekdays
        value={schedule.weekdays ?? []}
        onChange={(weekdays) => set({ weekdays })}
      />
      <Hours
        value={schedule.dayparts ?? []}
        onChange={(dayparts) => set({ dayparts })}
      />
      <Radio.Group
        label={words.priorityLabel}
        value={revision.priority}
        onChange={(value) =>
          onChange({ priority: value === 'priority' ? 'priority' : 'normal' })
        }
      >
        <div className="stack tight">
          <Radio
            value="normal"
            label={copy.bulletins.priorities.normal}
            description={words.normalHelp}
          />
          <Radio
            value="priority"
            label={copy.bulletins.priorities.priority}
            description={words.priorityHelp}
          />
        </div>
      </Radio.Group>
      <TextInput
        type="number"
        min={1}
        max={10}
        w={220}
        label={words.weightLabel}
        description={words.weightHelp}
        value={revision.weight}
        onChange={(event) => {
          const weight = Math.round(event.currentTarget.valueAsNumber)
          if (weight >= 1 && weight <= 10) onChange({ weight })
        }}
      />
    </div>
  )
}

function Weekdays(props: {
  value: readonly number[]
  onChange: (days: number[]) => void
}) {
  const copy = useCopy()
  const { value, onChange } = props
  // None chosen means every day, so all are shown as on.
  const on = value.length === 0 ? [1, 2, 3, 4, 5, 6, 7] : value
  const toggle = (day: number): void => {
    const next = on.includes(day)
      ? on.filter((one) => one !== day)
      : [...on, day].sort((a, b) => a - b)
    if (next.length > 0) onChange(next.length === 7 ? [] : next)
  }
  return (
    <fieldset className="field-set">
      <legend>{copy.compose.weekdays}</legend>
      <div className="chips">
        {copy.shell.weekdays.map((short, index) => (
          <button
            key={short}
            type="button"
            className="chip chip-day"
            aria-pressed={on.includes(index + 1)}
            aria-label={copy.shell.weekdayNames[index]}
            onClick={() => toggle(index + 1)}
          >
            {short}
          </button>
        ))}
      </div>
    </fieldset>
  )
}

function Hours(props: {
  value: readonly Daypart[]
  onChange: (parts: Daypart[]) => void
}) {
  const copy = useCopy()
  const words = copy.compose
  const { value, onChange } = props
  const put = (index: number, part: Daypart): void =>
    onChange(value.map((old, at) => (at === index ? part : old)))
  return (
    <fieldset className="field-set">
      <legend>{words.hours}</legend>
      {value.length === 0 && <p className="hint">{words.allDayHelp}</p>}
      {value.map((part, index) => (
        <div className="inline-fields" key={index}>
          <TimeField
            label={words.fromTime}
            value={part.from}
            onChange={(from) => put(index, { ...part, from })}
          />
          <TimeField
            label={words.toTime}
            value={part.to}
            allowEnd
            onChange={(to) => put(index, { ...part, to })}
          />
          <button
            type="button"
            className="btn btn-text"
            aria-label={words.removeHours(index + 1)}
            onClick={() => onChange(value.filter((_part, at) => at !== index))}
          >
            <Icon name="trash" />
          </button>
        </div>
      ))}
      {value.length < 12 && (
        <button
          type="button"
          className="btn btn-text"
          onClick={() => onChange([...value, { from: '07:00', to: '17:00' }])}
        >
          <Icon name="plus" />
          {words.addHours}
        </button>
      )}
    </fieldset>
  )
}
