import { useEffect, useRef, useState } from 'react'
import { Icon } from './icon.js'

type SearchFieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
}

/** How long typing rests before the list follows. */
const REST_MS = 200

/**
 * A search that follows the typing. Vietnamese input methods compose a word
 * over several keys; nothing is searched until the word is done.
 */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const [typed, setTyped] = useState(value)
  const composing = useRef(false)
  const tell = useRef(onChange)
  useEffect(() => {
    tell.current = onChange
  })
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed === value || composing.current) return
    const timer = setTimeout(() => tell.current(typed), REST_MS)
    return () => clearTimeout(timer)
  }, [typed, value])
  return (
    <div className="search-field">
      <Icon name="search" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onCompositionStart={() => {
          composing.current = true
        }}
        onCompositionEnd={(event) => {
          composing.current = false
          onChange(event.currentTarget.value)
        }}
      />
    </div>
  )
}
