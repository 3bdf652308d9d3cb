import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCopy } from '../../ui/language.js'

type TitleFieldProps = { value: string; onChange: (title: string) => void }

/** Never saved empty: a bulletin without a name cannot be found again. */
export function TitleField({ value, onChange }: TitleFieldProps) {
  const copy = useCopy()
  const [empty, setEmpty] = useState(false)
  return (
    <TextInput
      id="field-name"
      label={copy.compose.titleLabel}
      description={copy.compose.titleHelp}
      value={empty ? '' : value}
      maxLength={200}
      error={empty ? copy.compose.titleRequired : null}
      onChange={(event) => {
        const typed = event.currentTarget.value
        setEmpty(typed.trim() === '')
        if (typed.trim() !== '') onChange(typed)
      }}
    />
  )
}
