import { Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type {
  BulletinView,
  Remark,
} from '../../../../shared/contract/api/bulletins.js'
import { leavesOf } from '../../../../shared/text/revision-changes.js'
import { templatesQuery } from '../../api/queries.js'
import { fieldLabel } from '../../ui/field-label.js'
import { useWords } from '../../ui/language.js'

/** Reasons by one press, at the place they are about or for the whole. */
export function ReturnWithRemarks(props: {
  bulletin: BulletinView
  busy: boolean
  onReturn: (body: { reason: string; remarks: Remark[] }) => void
}) {
  const { copy, language } = useWords()
  const words = copy.bulletins
  const [reason, setReason] = useState('')
  const [place, setPlace] = useState('')
  const [tried, setTried] = useState(false)
  const templates = useQuery(templatesQuery)
  const { revision } = props.bulletin
  const template = templates.data?.find(({ id }) => id === revision.templateId)
  const text = reason.trim()
  const pointers = [...leavesOf({ fields: revision.fields }).keys()]
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (text === '') return
        const remarks = place
          ? [{ pointer: place, text: text.slice(0, 500) }]
          : []
        props.onReturn({ reason: text, remarks })
      }}
    >
      <label className="stack">
        {copy.approvals.place}
        <select
          className="select"
          value={place}
          onChange={(event) => setPlace(event.currentTarget.value)}
        >
          <option value="">{copy.approvals.wholeBulletin}</option>
          {['/audience', '/schedule', '/basis', ...pointers].map((pointer) => (
            <option key={pointer} value={pointer}>
              {fieldLabel(pointer, template, { copy, language })}
            </option>
          ))}
        </select>
      </label>
      <div className="chips">
        {words.reasons.map((chip) => (
          <button
            key={chip}
            type="button"
            className="chip"
            onClick={() => setReason(text === '' ? chip : `${text} ${chip}`)}
          >
            {chip}
          </button>
        ))}
      </div>
      <Textarea
        label={words.returnWhy}
        value={reason}
        maxLength={1000}
        autosize
        minRows={3}
        data-autofocus
        error={tried && text === '' ? words.returnRequired : null}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <button type="submit" className="btn btn-primary" disabled={props.busy}>
        {words.return}
      </button>
    </form>
  )
}
