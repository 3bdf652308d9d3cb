// Name, area, shape, size, languages and ticker: when pairing and afterwards.
import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ScreenSettings } from '../../../../shared/contract/api/screens.js'
import {
  languageSchema,
  type Language,
} from '../../../../shared/contract/primitives.js'
import { areasQuery } from '../../api/queries.js'
import { useCopy } from '../../ui/language.js'
import {
  readSettings,
  typedFrom,
  type SettingsProblems,
  type TypedSettings,
} from './settings.rules.js'

type SettingsFormProps = {
  start: ScreenSettings
  action: string
  busy: boolean
  refusal: string | null
  onDone: (settings: ScreenSettings) => void
}

export function SettingsForm(props: SettingsFormProps) {
  const copy = useCopy()
  const words = copy.screens
  const areas = useQuery(areasQuery)
  const [typed, setTyped] = useState<TypedSettings>(() =>
    typedFrom(props.start),
  )
  const [problems, setProblems] = useState<SettingsProblems>({})
  const set = (patch: Partial<TypedSettings>): void =>
    setTyped({ ...typed, ...patch })
  const depth = depths(areas.data ?? [])
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const read = readSettings(typed, copy)
        setProblems(read.ok ? {} : read.problems)
        if (read.ok) props.onDone(read.settings)
      }}
    >
      <TextInput
        label={words.name}
        description={words.nameHelp}
        value={typed.name}
        maxLength={200}
        error={problems.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={words.area}
        value={typed.areaId}
        error={problems.areaId}
        data={[
          { value: '', label: copy.fields.choose },
          ...(areas.data ?? []).map((area) => ({
            value: area.id,
            label: `${'\u2003'.repeat(depth.get(area.id) ?? 0)}${area.name}`,
          })),
        ]}
        onChange={(event) => set({ areaId: event.currentTarget.value })}
      />
      <div className="inline-fields">
        <NativeSelect
          label={words.shape}
          value={typed.orientation}
          data={[
            { value: 'landscape', label: copy.shell.landscape },
            { value: 'portrait', label: copy.shell.portrait },
          ]}
          onChange={(event) =>
            set({
              orientation:
                event.currentTarget.value === 'portrait'
                  ? 'portrait'
                  : 'landscape',
            })
          }
        />
        <NativeSelect
          label={words.classLabel}
          value={typed.resolutionClass}
          data={[
            { value: '1080', label: words.classes['1080'] },
            { value: '2160', label: words.classes['2160'] },
          ]}
          onChange={(event) =>
            set({
              resolutionClass:
                event.currentTarget.value === '2160' ? '2160' : '1080',
            })
          }
        />
        <TextInput
          label={words.inchesLabel}
          inputMode="decimal"
          value={typed.inches}
          error={problems.inches}
          onChange={(event) => set({ inches: event.currentTarget.value })}
        />
        <TextInput
          label={words.metresLabel}
          inputMode="decimal"
          value={typed.metres}
          error={problems.metres}
          onChange={(event) => set({ metres: event.currentTarget.value })}
        />
      </div>
      <Checkbox.Group
        label={words.languages}
        value={typed.languages}
        error={problems.languages}
        onChange={(values) =>
          set({ languages: values.filter(isLanguage) as Language[] })
        }
      >
        <div className="inline-fields">
          {languageSchema.options.map((language) => (
            <Checkbox
              key={language}
              value={language}
              label={copy.shell.languages[language]}
            />
          ))}
        </div>
      </Checkbox.Group>
      <Textarea
        label={words.ticker}
        description={words.tickerHelp}
        autosize
        minRows={2}
        value={typed.ticker}
        error={problems.ticker}
        onChange={(event) => set({ ticker: event.currentTarget.value })}
      />
      {props.refusal && (
        <p className="note note-bad" role="alert">
          {props.refusal}
        </p>
      )}
      <button
        type="submit"
        className="btn btn-primary btn-large"
        disabled={props.busy}
      >
        {props.action}
      </button>
    </form>
  )
}

function isLanguage(value: string): boolean {
  return languageSchema.safeParse(value).success
}

function depths(
  areas: readonly { id: string; parentId: string | null }[],
): Map<string, number> {
  const depth = new Map<string, number>()
  for (const area of areas) {
    const above = area.parentId === null ? undefined : depth.get(area.parentId)
    depth.set(area.id, above === undefined ? 0 : above + 1)
  }
  return depth
}
