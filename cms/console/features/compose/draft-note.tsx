// What became of the typed words: saved when, waiting for the network, or
// changed by somebody else meanwhile.
import { useEffect, useState } from 'react'
import type { TemplateView } from '../../../../shared/contract/template.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { sentenceOf } from '../../ui/states.js'
import { sayTime } from '../../ui/time.js'
import { ConflictDialog } from './conflict-dialog.js'
import type { DraftKeeper, DraftState } from './draft-keeper.js'

/** The quiet line beside the buttons. */
export function DraftSaved({ draft }: { draft: DraftState }) {
  const copy = useCopy()
  const words: Partial<Record<DraftState['status'], string>> = {
    dirty: copy.compose.unsaved,
    saving: copy.compose.saving,
    offline: copy.compose.waitingForNet,
    saved:
      draft.savedAt === null
        ? copy.compose.saved
        : copy.compose.savedAt(sayTime(draft.savedAt)),
  }
  return (
    <span className="muted saved-line" role="status">
      {words[draft.status]}
    </span>
  )
}

/** The loud box, only when a person has to know or to choose. */
export function DraftNote(props: {
  draft: DraftState
  keeper: DraftKeeper
  template: TemplateView
}) {
  const { draft, keeper } = props
  const copy = useCopy()
  const [later, setLater] = useState(false)
  useEffect(() => {
    if (draft.status !== 'conflict') setLater(false)
  }, [draft.status])
  if (draft.status === 'conflict') {
    const unread = draft.theirs === null
    return (
      <>
        <div className="note note-warn draft-note" role="alert">
          <p>
            <b>{copy.compose.conflict}</b>{' '}
            {unread && sentenceOf(draft.error, copy)}
          </p>
          <button
            type="button"
            className="btn btn-primary"
            onClick={() => {
              setLater(false)
              if (unread) void keeper.readTheirs()
            }}
          >
            {copy.drafts.compare}
          </button>
        </div>
        <ConflictDialog
          {...props}
          opened={!later && !unread}
          onClose={() => setLater(true)}
        />
      </>
    )
  }
  if (draft.status === 'offline') {
    return (
      <p className="note note-warn draft-note" role="alert">
        <Icon name="offline" />
        {copy.compose.offline}
      </p>
    )
  }
  if (draft.status === 'refused') {
    return (
      <div className="note note-bad draft-note" role="alert">
        <p>
          <b>{copy.compose.notSaved}</b> {sentenceOf(draft.error, copy)}
        </p>
        <button
          type="button"
          className="btn"
          onClick={() => void keeper.flush()}
        >
          {copy.shell.retry}
        </button>
      </div>
    )
  }
  if (draft.restored && draft.savedAt === null) {
    return <p className="note note-info draft-note">{copy.compose.restored}</p>
  }
  return null
}
