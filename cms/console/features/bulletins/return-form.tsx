import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useCopy } from '../../ui/language.js'

type ReturnFormProps = { busy: boolean; onReturn: (reason: string) => void }

/** Frequent reasons by one press, and room for what has to be mended. */
export function ReturnForm({ busy, onReturn }: ReturnFormProps) {
  const copy = useCopy()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const empty = reason.trim() === ''
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!empty) onReturn(reason.trim())
      }}
    >
      <div className="chips">
        {copy.bulletins.reasons.map((chip) => (
          <button
            key={chip}
            type="button"
            className="chip"
            onClick={() => setReason(`${reason}${empty ? '' : ' '}${chip}`)}
          >
            {chip}
          </button>
        ))}
      </div>
      <Textarea
        label={copy.bulletins.returnWhy}
        value={reason}
        maxLength={1000}
        autosize
        minRows={3}
        data-autofocus
        error={tried && empty ? copy.bulletins.returnRequired : null}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <button type="submit" className="btn btn-primary" disabled={busy}>
        {copy.bulletins.return}
      </button>
    </form>
  )
}
