import { useEffect, useState } from 'react'
import type { DraftEditor } from '../../../../shared/contract/console-link.js'
import { useLiveLink } from '../../api/live-link.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { useMe } from '../../ui/me.js'

/** Who else has this draft open, so that nobody is surprised by a conflict. */
export function OtherEditors({ id }: { id: string | null }) {
  const words = useCopy().drafts
  const me = useMe()
  const link = useLiveLink()
  const [others, setOthers] = useState<readonly DraftEditor[]>([])
  useEffect(() => {
    if (id === null || link === null) return
    const stop = link.watchDraft(id, setOthers)
    return () => {
      stop()
      setOthers([])
    }
  }, [id, link])
  const names = new Set(
    others.filter(({ personId }) => personId !== me.id).map(({ name }) => name),
  )
  const myself = others.some(({ personId }) => personId === me.id)
  return (
    <div role="status">
      {names.size > 0 && (
        <p className="note note-info draft-note others-here">
          <Icon name="person" />
          <span>{words.othersHere([...names].join(', '))}</span>
        </p>
      )}
      {myself && (
        <p className="note note-info draft-note others-here">
          <Icon name="person" />
          <span>{words.myselfElsewhere}</span>
        </p>
      )}
    </div>
  )
}
