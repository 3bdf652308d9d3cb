// One line and many lines of text, with the length counted in syllables
// ("tiếng"), the measure authors know.
import { Textarea, TextInput } from '@mantine/core'
import type { WidgetProps } from '@rjsf/utils'
import { graphemes } from '../../../shared/text/normalise.js'
import { countSyllables } from '../../../shared/text/reading-time.js'
import { useCopy } from '../ui/language.js'
import { describedBy } from './described-by.js'

/** Syllables; near the end of the room also letters, as the server counts. */
export function Count({
  id,
  value,
  max,
}: {
  id: string
  value: string
  max?: number
}) {
  const copy = useCopy()
  // Two thirds of the room used: from there the count is worth a look.
  const length = graphemes(value).length
  const close = max !== undefined && length > max * 0.66
  return (
    <p
      className={close && length > max ? 'count count-over' : 'count'}
      id={`${id}-count`}
    >
      {copy.fields.syllables(countSyllables(value))}
      {close && ` · ${copy.fields.characters(length, max)}`}
    </p>
  )
}

const LONG_ENOUGH_TO_COUNT = 40

export function TextWidget(props: WidgetProps) {
  const { id, value, schema, onChange, onBlur, disabled, readonly } = props
  const text = typeof value === 'string' ? value : String(value ?? '')
  const max = schema.maxLength
  const counts = max === undefined || max >= LONG_ENOUGH_TO_COUNT
  return (
    <>
      <TextInput
        id={id}
        value={text}
        disabled={Boolean(disabled || readonly)}
        error={(props.rawErrors ?? []).length > 0}
        aria-describedby={describedBy(props)}
        aria-required={props.required === true}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
        onBlur={() => onBlur(id, value)}
        placeholder={exampleOf(schema)}
      />
      {counts && text !== '' && (
        <Count id={id} value={text} {...(max !== undefined && { max })} />
      )}
    </>
  )
}

export function MultilineWidget(props: WidgetProps) {
  const { id, value, schema, onChange, onBlur, disabled, readonly } = props
  const text = typeof value === 'string' ? value : ''
  return (
    <>
      <Textarea
        id={id}
        value={text}
        autosize
        minRows={3}
        maxRows={14}
        disabled={Boolean(disabled || readonly)}
        error={(props.rawErrors ?? []).length > 0}
        aria-describedby={describedBy(props)}
        aria-required={props.required === true}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
        onBlur={() => onBlur(id, value)}
        placeholder={exampleOf(schema)}
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

function exampleOf(schema: WidgetProps['schema']): string {
  const node = schema as Record<string, unknown>
  const examples = node['x-examples'] ?? node['examples']
  const first: unknown = Array.isArray(examples) ? examples[0] : undefined
  return typeof first === 'string' ? first : ''
}
