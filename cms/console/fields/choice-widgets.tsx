import { Checkbox, NativeSelect } from '@mantine/core'
import type { WidgetProps } from '@rjsf/utils'
import { useCopy } from '../ui/language.js'
import { describedBy } from './described-by.js'

/** One of a list; the browser's own list works best on a phone. */
export function SelectWidget(props: WidgetProps) {
  const copy = useCopy()
  const options = props.options.enumOptions ?? []
  const chosen = options.findIndex((option) => option.value === props.value)
  return (
    <NativeSelect
      id={props.id}
      value={chosen < 0 ? '' : String(chosen)}
      disabled={Boolean(props.disabled || props.readonly)}
      error={(props.rawErrors ?? []).length > 0}
      aria-describedby={describedBy(props)}
      aria-required={props.required === true}
      data={[
        { value: '', label: copy.fields.choose },
        ...options.map((option, index) => ({
          value: String(index),
          label: option.label,
        })),
      ]}
      onChange={(event) => {
        const index = event.currentTarget.value
        props.onChange(index === '' ? undefined : options[Number(index)]?.value)
      }}
      onBlur={() => props.onBlur(props.id, props.value)}
    />
  )
}

/** Yes or no, with its label beside it. */
export function CheckboxWidget(props: WidgetProps) {
  return (
    <Checkbox
      id={props.id}
      label={props.label}
      checked={props.value === true}
      disabled={Boolean(props.disabled || props.readonly)}
      aria-describedby={describedBy(props)}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  )
}
