// Text with a small safe set of forms: bold, italics, lists. What is pasted
// from Word comes in as our own marks, never as markup.
import { Textarea } from '@mantine/core'
import type { WidgetProps } from '@rjsf/utils'
import { useLayoutEffect, useRef, useState } from 'react'
import { richFromHtml } from '../../../shared/text/rich-from-html.js'
import { useCopy } from '../ui/language.js'
import { describedBy } from './described-by.js'
import { marked, listed, type Selection } from './rich-marks.rules.js'
import { Count } from './text-widgets.js'

export function RichWidget(props: WidgetProps) {
  const { id, schema, onChange, onBlur, disabled, readonly } = props
  const { fields: words } = useCopy()
  const text = typeof props.value === 'string' ? props.value : ''
  const area = useRef<HTMLTextAreaElement>(null)
  const [next, setNext] = useState<Selection | null>(null)
  useLayoutEffect(() => {
    if (next) area.current?.setSelectionRange(next.start, next.end)
  }, [next])
  const selected = (): Selection => ({
    start: area.current?.selectionStart ?? text.length,
    end: area.current?.selectionEnd ?? text.length,
  })
  const change = (made: { text: string } & Selection): void => {
    onChange(made.text || undefined)
    setNext({ start: made.start, end: made.end })
    area.current?.focus()
  }
  const locked = Boolean(disabled || readonly)
  const acts = [
    [words.bold, () => change(marked(text, selected(), '**'))],
    [words.italic, () => change(marked(text, selected(), '*'))],
    [words.bullets, () => change(listed(text, selected(), 'bullet'))],
    [words.numbers, () => change(listed(text, selected(), 'number'))],
  ] as const
  return (
    <>
      <div className="rich-acts" role="group" aria-label={words.forms}>
        {acts.map(([label, act]) => (
          <button
            key={label}
            type="button"
            className="btn"
            disabled={locked}
            aria-controls={id}
            onClick={act}
          >
            {label}
          </button>
        ))}
      </div>
      <Textarea
        id={id}
        ref={area}
        value={text}
        autosize
        minRows={5}
        maxRows={20}
        disabled={locked}
        error={(props.rawErrors ?? []).length > 0}
        aria-describedby={describedBy(props)}
        aria-required={props.required === true}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
        onBlur={() => onBlur(id, props.value)}
        onKeyDown={(event) => {
          if (!event.ctrlKey && !event.metaKey) return
          const mark = { b: '**', i: '*' }[event.key.toLowerCase()]
          if (mark === undefined) return
          event.preventDefault()
          change(marked(text, selected(), mark))
        }}
        onPaste={(event) => {
          const html = event.clipboardData.getData('text/html')
          if (html === '') return
          event.preventDefault()
          const { start, end } = selected()
          const pasted = richFromHtml(html).text
          const at = start + pasted.length
          change({
            text: text.slice(0, start) + pasted + text.slice(end),
            start: at,
            end: at,
          })
        }}
      />
      {text !== '' && (
        <Count
          id={id}
          value={text}
          {...(schema.maxLength !== undefined && { max: schema.maxLength })}
        />
      )}
    </>
  )
}
