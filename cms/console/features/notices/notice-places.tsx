// Whom a notice would reach, asked of the server before anything is sent.
import { useQuery } from '@tanstack/react-query'
import type { NoticeReachView } from '../../../../shared/contract/api/notice-orders.js'
import type { Audience } from '../../../../shared/contract/api/bulletins.js'
import { noticeReachQuery } from '../../api/queries.js'
import { useCopy } from '../../ui/language.js'

/** The exact screens; undefined while nothing is chosen or known. */
export function useReach(
  ownerAreaId: string,
  audience: Audience,
): NoticeReachView | undefined {
  const { areaIds, screenIds, groupIds = [] } = audience
  const chosen = areaIds.length + screenIds.length + groupIds.length > 0
  const reach = useQuery({
    ...noticeReachQuery(ownerAreaId, audience),
    enabled: chosen,
  })
  return chosen ? reach.data : undefined
}

/** Count, how many are on, and the names of those that are off: call there. */
export function ReachNote({ reach }: { reach: NoticeReachView }) {
  const { notices: words } = useCopy()
  const off = reach.screens.filter((screen) => !screen.connected)
  return (
    <div className={off.length > 0 ? 'note note-warn' : 'note note-ok'}>
      <p>
        <b>{words.reach(reach.counts.screens, reach.counts.on)}</b>
      </p>
      {off.length > 0 && (
        <details>
          <summary>{words.reachOff(off.length)}</summary>
          <ul>
            {off.map((screen) => (
              <li key={screen.id}>
                {screen.name} – {screen.areaName}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
