// What became of the typed words: saved when, waiting for the network, or
// changed by somebody else meanwhile.
import { useMutation } from '@tanstack/react-query'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { sentenceOf } from '../../ui/states.js'
import { sayTime } from '../../ui/time.js'
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
export function DraftNote(props: { draft: DraftState; keeper: DraftKeeper }) {
  const { draft, keeper } = props
  const copy = useCopy()
  const resolve = useMutation({
    mutationFn: (keep: 'mine' | 'theirs') => keeper.resolveConflict(keep),
  })
  if (draft.status === 'conflict') {
    return (
      <div className="note note-warn draft-note" role="alert">
        <p>
          <b>{copy.compose.conflict}</b> {sentenceOf(draft.error, copy)}
        </p>
        <div className="modal-acts">
          <button
            type="button"
            className="btn"
            disabled={resolve.isPending}
            onClick={() => resolve.mutate('theirs')}
          >
            {copy.compose.takeTheirs}
          </button>
          <button
            type="button"
            className="btn btn-primary"
            disabled={resolve.isPending}
            onClick={() => resolve.mutate('mine')}
          >
            {copy.compose.keepMine}
          </button>
        </div>
      </div>
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
