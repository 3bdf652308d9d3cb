// The text of a document as an official notice or as free text.
import { Select, Textarea, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Basis } from '../../../../shared/contract/api/bulletins.js'
import type { MediaDetails } from '../../../../shared/contract/api/media.js'
import type { TemplateView } from '../../../../shared/contract/template.js'
import { useWords } from '../../ui/language.js'
import { sentenceOf } from '../../ui/states.js'
import { showDate } from '../../ui/time.js'
import {
  noticeFieldsOf,
  withoutMarks,
  type NoticeFields,
} from '../../../../shared/text/notice-fields.js'
import { useCreateDraft } from './use-create-draft.js'

const OFFERED = ['official-notice', 'free-text']

export function TextDraft(props: {
  media: MediaDetails
  text: string
  templates: TemplateView[]
}) {
  const { media, text } = props
  const { copy, language } = useWords()
  const words = copy.media
  const offered = props.templates.filter(({ id }) => OFFERED.includes(id))
  const found = useMemo(() => noticeFieldsOf(text), [text])
  const isNotice = found.number !== undefined || found.subject !== undefined
  const [templateId, setTemplateId] = useState(OFFERED[isNotice ? 0 : 1] ?? '')
  const [title, setTitle] = useState(
    found.subject ?? media.name.replace(/\.[^.]+$/, ''),
  )
  const [body, setBody] = useState(found.body || text)
  const { create, mayWrite } = useCreateDraft()
  const facts: [string, string | undefined][] = [
    [words.foundNumber, found.number],
    [words.foundDate, found.issuedOn && showDate(found.issuedOn)],
    [words.foundIssuer, found.issuer],
    [words.foundSubject, found.subject],
    [words.foundSigner, found.signer],
  ]
  return (
    <section className="card pad stack">
      <Select
        label={words.intoTemplate}
        allowDeselect={false}
        value={templateId}
        data={offered.map((one) => ({
          value: one.id,
          label: one.name[language],
        }))}
        onChange={(next) => next && setTemplateId(next)}
      />
      {templateId === 'official-notice' && (
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value ?? words.notFound}</dd>
            </div>
          ))}
        </dl>
      )}
      <TextInput
        label={words.draftTitle}
        value={title}
        maxLength={200}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Textarea
        label={words.draftBody}
        description={words.draftBodyHelp}
        autosize
        minRows={6}
        maxRows={20}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
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
            templateId,
            title,
            fields: fieldsOf(templateId, { ...found, body, title }),
            basis: basisOf(found, media),
          })
        }
      >
        {words.makeDraft}
      </button>
    </section>
  )
}

function fieldsOf(
  templateId: string,
  found: NoticeFields & { title: string },
): Record<string, unknown> {
  const { title, body, ...facts } = found
  if (templateId === 'free-text') return { title, body }
  return { ...facts, title, body: withoutMarks(body) }
}

/** The document it stands on, with its scan, where enough of it was found. */
function basisOf(found: NoticeFields, media: MediaDetails): Basis | undefined {
  const { number, issuedOn, issuer, signer = '' } = found
  if (!number || !issuedOn || !issuer) return undefined
  return { number, issuedOn, agency: issuer, signer, scanId: media.id }
}
