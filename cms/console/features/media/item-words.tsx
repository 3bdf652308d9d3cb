// What a person says of a file: what is to be seen, whose it is, until when.
import { Checkbox, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { MediaDetails } from '../../../../shared/contract/api/media.js'
import { useCopy } from '../../ui/language.js'
import { sentenceOf } from '../../ui/states.js'
import { DateField } from '../../ui/time-fields.js'
import { useChangeMedia } from './use-change-media.js'

type Typed = Pick<
  MediaDetails,
  | 'name'
  | 'alt'
  | 'altEn'
  | 'source'
  | 'licence'
  | 'consent'
  | 'rightsUntil'
  | 'tags'
  | 'shared'
>

function typedFrom(media: MediaDetails): Typed {
  const { name, alt, altEn, source, licence, consent } = media
  const { rightsUntil, tags, shared } = media
  return {
    name,
    alt,
    altEn,
    source,
    licence,
    consent,
    rightsUntil,
    tags,
    shared,
  }
}

export function ItemWords({ media }: { media: MediaDetails }) {
  const copy = useCopy()
  const words = copy.media
  const [typed, setTyped] = useState<Typed>(() => typedFrom(media))
  const change = useChangeMedia(media.id)
  const locked = !media.may.change
  const set = (patch: Partial<Typed>): void => setTyped({ ...typed, ...patch })
  const line = (
    key: 'name' | 'source' | 'licence' | 'consent',
    max: number,
  ) => ({
    label: words[key],
    value: typed[key],
    maxLength: max,
    disabled: locked,
    onChange: (event: FormEvent<HTMLInputElement>) =>
      set({ [key]: event.currentTarget.value }),
  })
  const seen = (key: 'alt' | 'altEn', label: string) => (
    <Textarea
      label={label}
      {...(key === 'alt' && { description: words.altHelp })}
      autosize
      minRows={2}
      maxLength={300}
      disabled={locked}
      value={typed[key]}
      onChange={(event) => set({ [key]: event.currentTarget.value })}
    />
  )
  return (
    <form
      className="card pad stack"
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate(typed)
      }}
    >
      <TextInput {...line('name', 200)} required />
      {media.kind !== 'document' && (
        <>
          {seen('alt', words.alt)}
          {seen('altEn', words.altEn)}
        </>
      )}
      <TextInput {...line('source', 200)} description={words.sourceHelp} />
      <TextInput {...line('licence', 200)} description={words.licenceHelp} />
      <TextInput {...line('consent', 300)} description={words.consentHelp} />
      <DateField
        label={words.rightsUntil}
        hint={words.rightsUntilHelp}
        value={typed.rightsUntil}
        onChange={(rightsUntil) => set({ rightsUntil })}
      />
      <TagsInput
        label={words.tags}
        description={words.tagsHelp}
        value={typed.tags}
        maxTags={20}
        disabled={locked}
        onChange={(tags) => set({ tags })}
      />
      <Checkbox
        label={words.shareBelow}
        checked={typed.shared}
        disabled={locked}
        onChange={(event) => set({ shared: event.currentTarget.checked })}
      />
      {change.isError && (
        <p className="note note-bad" role="alert">
          {sentenceOf(change.error, copy)}
        </p>
      )}
      {!locked && (
        <button
          type="submit"
          className="btn btn-primary"
          disabled={change.isPending || typed.name.trim() === ''}
        >
          {words.save}
        </button>
      )}
    </form>
  )
}
