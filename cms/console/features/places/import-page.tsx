// A list from a file: what is wrong by cell, what would change by row, then in.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ImportPreview } from '../../../../shared/contract/api/imports.js'
import { call } from '../../api/client.js'
import { base64Of } from '../../api/download.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { PageTop } from '../../ui/page.js'
import { sentenceOf } from '../../ui/states.js'
import { DateField } from '../../ui/time-fields.js'
import { today } from '../../ui/time.js'
import { ChangeTable, ErrorTable } from './import-tables.js'

type Chosen = { name: string; base64: string }

export function ImportPage() {
  const copy = useCopy()
  const words = copy.places
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [on, setOn] = useState<string | null>(null)
  const bodyOf = (file: Chosen, day: string | null) => ({
    base64: file.base64,
    ...(day !== null && { on: day }),
  })
  const look = useMutation({
    mutationFn: ({ file, day }: { file: Chosen; day: string | null }) =>
      call('previewAreaImport', { body: bodyOf(file, day) }),
  })
  const take = useMutation({
    mutationFn: ({ file, token }: { file: Chosen; token: string }) =>
      call('importAreas', { body: { ...bodyOf(file, on), token } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['areas'] }),
  })
  const choose = async (file: File | undefined): Promise<void> => {
    if (!file) return
    take.reset()
    const next = { name: file.name, base64: await base64Of(file) }
    setChosen(next)
    look.mutate({ file: next, day: on })
  }
  const failed = take.error ?? look.error
  return (
    <>
      <PageTop
        title={words.importTitle}
        crumb={{ to: '/dia-ban', label: words.areas }}
      />
      <div className="page-body stack">
        <p className="lead">{words.importLead}</p>
        <div className="card pad inline-form">
          <label className="btn btn-primary file-button">
            <input
              type="file"
              accept=".xlsx,.csv,text/csv"
              onChange={(event) => {
                const { files } = event.currentTarget
                void choose(files?.[0])
                // The same file, mended, may be chosen again.
                event.currentTarget.value = ''
              }}
            />
            {chosen ? words.chooseAnother : words.chooseFile}
          </label>
          <DateField
            label={words.effective}
            value={on ?? today()}
            onChange={(day) => {
              setOn(day)
              if (chosen) look.mutate({ file: chosen, day })
            }}
          />
          {chosen && <p className="muted">{words.fileRead(chosen.name)}</p>}
        </div>
        {!chosen && <p className="muted">{words.importStart}</p>}
        {failed && (
          <p className="note note-bad" role="alert">
            {sentenceOf(failed, copy)}
          </p>
        )}
        {look.isPending && <p role="status">{words.reading}</p>}
        {take.data && <Done preview={take.data} />}
        {!take.data && look.data && !look.isPending && (
          <Preview
            preview={look.data}
            busy={take.isPending}
            onImport={() =>
              chosen && take.mutate({ file: chosen, token: look.data.token })
            }
          />
        )}
      </div>
    </>
  )
}

function changesOf({ counts }: ImportPreview): number {
  return counts.added + counts.changed + counts.closed
}

function Done({ preview }: { preview: ImportPreview }) {
  const { places: words } = useCopy()
  return (
    <div className="note note-ok" role="status">
      <p>
        <b>{words.imported(changesOf(preview))}</b>
      </p>
      <Link className="link" to="/dia-ban">
        {words.back}
      </Link>
    </div>
  )
}

function Preview(props: {
  preview: ImportPreview
  busy: boolean
  onImport: () => void
}) {
  const { places: words } = useCopy()
  const { preview } = props
  const { counts } = preview
  const count = changesOf(preview)
  const said = (['added', 'changed', 'closed', 'unchanged'] as const)
    .filter((what) => counts[what] > 0)
    .map((what) => `${counts[what]} ${words.counts[what]}`)
    .join(' · ')
  return (
    <>
      {counts.errors > 0 ? (
        <>
          <div className="note note-bad" role="alert">
            <h2>{words.wrongRows(counts.errors)}</h2>
            <p>{words.wrongNote}</p>
          </div>
          <ErrorTable errors={preview.errors} />
        </>
      ) : (
        <p className="note note-ok" role="status">
          {count === 0 ? words.nothing : words.allRight}
        </p>
      )}
      <p>
        <b>{said}</b>
      </p>
      {count > 0 && <ChangeTable changes={preview.changes} />}
      {count > 0 && counts.errors === 0 && (
        <div className="button-row">
          <button
            type="button"
            className="btn btn-primary btn-large"
            disabled={props.busy}
            onClick={props.onImport}
          >
            <Icon name="check" />
            {words.importAll(count)}
          </button>
        </div>
      )}
    </>
  )
}
