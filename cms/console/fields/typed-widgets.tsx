// Dates, times and numbers typed the way people write them here. What cannot
// be read stays as typed, so that its author can mend it.
import { TextInput } from '@mantine/core'
import type { WidgetProps } from '@rjsf/utils'
import { useState } from 'react'
import { readDate, readTime, showDate } from '../ui/time.js'
import { useCopy } from '../ui/language.js'
import { describedBy } from './described-by.js'
import { readNumber, showNumber } from './number-text.js'

type Reading = {
  show: (value: unknown) => string
  read: (typed: string) => unknown
  placeholder: string
  inputMode: 'numeric' | 'decimal' | 'text'
}

function TypedWidget({
  reading,
  ...props
}: WidgetProps & { reading: Reading }) {
  const { id, value, onChange, onBlur, disabled, readonly } = props
  const [typing, setTyping] = useState<string | null>(null)
  const settle = (): void => {
    setTyping(null)
    onBlur(id, value)
  }
  return (
    <TextInput
      id={id}
      value={typing ?? reading.show(value)}
      inputMode={reading.inputMode}
      placeholder={reading.placeholder}
      disabled={Boolean(disabled || readonly)}
      error={(props.rawErrors ?? []).length > 0}
      aria-describedby={describedBy(props)}
      aria-required={props.required === true}
      onChange={(event) => {
        const typed = event.currentTarget.value
        setTyping(typed)
        const empty = typed.trim() === ''
        onChange(empty ? undefined : (reading.read(typed) ?? typed))
      }}
      onBlur={settle}
    />
  )
}

const plain = (value: unknown): string =>
  value === undefined || value === null ? '' : String(value)

export function DateWidget(props: WidgetProps) {
  const copy = useCopy()
  const reading: Reading = {
    show: (value) => showDate(plain(value)),
    read: readDate,
    placeholder: copy.fields.dateExample,
    inputMode: 'text',
  }
  return <TypedWidget {...props} reading={reading} />
}

export function TimeWidget(props: WidgetProps) {
  const copy = useCopy()
  const reading: Reading = {
    show: plain,
    read: readTime,
    placeholder: copy.fields.timeExample,
    inputMode: 'text',
  }
  return <TypedWidget {...props} reading={reading} />
}

export function NumberWidget(props: WidgetProps) {
  const reading: Reading = {
    show: (value) =>
      typeof value === 'number' ? showNumber(value) : plain(value),
    read: readNumber,
    placeholder: '',
    inputMode: 'decimal',
  }
  return <TypedWidget {...props} reading={reading} />
}
