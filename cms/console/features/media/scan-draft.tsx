import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { MediaDetails } from '../../../../shared/contract/api/media.js'
import { useCopy } from '../../ui/language.js'
import { sentenceOf } from '../../ui/states.js'
import { useCreateDraft } from './use-create-draft.js'

const PAGES_MAX = 20

/** The pages themselves, as pictures, in the order of the document. */
export function ScanDraft({ media }: { media: MediaDetails }) {
  const copy = useCopy()
  const words = copy.media
  const [title, setTitle] = useState(media.name.replace(/\.[^.]+$/, ''))
  const { create, mayWrite } = useCreateDraft()
  const pages = media.pages.slice(0, PAGES_MAX)
  return (
    <section className="card pad stack">
      <p>{words.scanLead(pages.length)}</p>
      {media.pages.length > PAGES_MAX && (
        <p className="note note-warn">{words.scanMore(PAGES_MAX)}</p>
      )}
      <TextInput
        label={words.draftTitle}
        value={title}
        maxLength={200}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      {create.isError && (
        <p className="note note-bad" role="alert">
          {sentenceOf(create.error, copy)}
        </p>
      )}
      <button
        type="button"
        className="btn btn-primary"
        disabled={!mayWrite || create.isPending || title.trim() === ''}
        onClick={() =>
          create.mutate({
            templateId: 'scanned-document',
            title,
            fields: {
              title: title.slice(0, 60),
              pages: pages.map(({ number }) => ({
                picture: `${media.id}#${number}`,
              })),
            },
          })
        }
      >
        {words.makeDraft}
      </button>
    </section>
  )
}
