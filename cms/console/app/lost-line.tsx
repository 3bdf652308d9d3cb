// One calm line when changes no longer arrive; the page stays usable.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { LiveLink, LiveState } from '../api/live.js'
import { setLiveLink } from '../api/live-link.js'
import { Icon } from '../ui/icon.js'
import { useCopy } from '../ui/language.js'

/** A short break heals by itself; only a longer one is worth a line. */
const QUIET_MS = 4_000
/** Without the live link the console reads again this often. */
const POLL_MS = 15_000

function useLiveState(): LiveState {
  const queries = useQueryClient()
  const [state, setState] = useState<LiveState>('connecting')
  useEffect(() => {
    let link: LiveLink | null = null
    let left = false
    void import('../api/live.js').then(({ startLive }) => {
      if (left) return
      link = startLive(queries)
      setLiveLink(link)
      link.subscribe(() => setState(link?.state() ?? 'lost'))
    })
    return () => {
      left = true
      setLiveLink(null)
      link?.stop()
    }
  }, [queries])
  useEffect(() => {
    if (state === 'live') return
    const timer = setInterval(() => {
      void queries.invalidateQueries({ type: 'active' })
    }, POLL_MS)
    return () => clearInterval(timer)
  }, [state, queries])
  return state
}

export function LostLine() {
  const copy = useCopy()
  const lost = useLiveState() === 'lost'
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(lost), lost ? QUIET_MS : 0)
    return () => clearTimeout(timer)
  }, [lost])
  if (!shown) return <div role="status" />
  return (
    <div role="status" className="lost-line">
      <Icon name="offline" />
      <span>
        <b>{copy.shell.lostTitle}</b> {copy.shell.lostBody}
      </span>
    </div>
  )
}
