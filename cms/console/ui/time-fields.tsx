// A date and a time of day, typed the way people write them here. What cannot
// be read is said beside the field and never handed on.
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCopy } from './language.js'
import { readDate, readTime, showDate } from './time.js'

type DateFieldProps = {
  label: string
  hint?: string
  /** yyyy-MM-dd */
  value: string | null
  error?: string | null
  onChange: (isoDate: string | null) => void
}

export function DateField(props: DateFieldProps) {
  const copy = useCopy()
  const [typing, setTyping] = useState<string | null>(null)
  const unread =
    typing !== null && typing.trim() !== '' && readDate(typing) === null
  return (
    <TextInput
      label={props.label}
      description={props.hint}
      placeholder={copy.fields.dateExample}
      value={typing ?? (props.value === null ? '' : showDate(props.value))}
      error={unread ? copy.compose.badDate : (props.error ?? null)}
      onChange={(event) => {
        const typed = event.currentTarget.value
        setTyping(typed)
        const date = readDate(typed)
        if (date !== null || typed.trim() === '') props.onChange(date)
      }}
      onBlur={() => {
        if (!unread) setTyping(null)
      }}
    />
  )
}

type TimeFieldProps = {
  label: string
  value: string
  /** Midnight as the end of the day, 24:00. */
  allowEnd?: boolean
  onChange: (time: string) => void
}

export function TimeField(props: TimeFieldProps) {
  const copy = useCopy()
  const [typing, setTyping] = useState<string | null>(null)
  const read = (typed: string): string | null => {
    const time = readTime(typed)
    return time === '24:00' && !props.allowEnd ? null : time
  }
  const unread = typing !== null && read(typing) === null
  return (
    <TextInput
      label={props.label}
      w={150}
      placeholder={copy.fields.timeExample}
      value={typing ?? props.value}
      error={unread ? copy.compose.badTime : null}
      onChange={(event) => {
        const typed = event.currentTarget.value
        setTyping(typed)
        const time = read(typed)
        if (time !== null) props.onChange(time)
      }}
      onBlur={() => {
        if (!unread) setTyping(null)
      }}
    />
  )
}
