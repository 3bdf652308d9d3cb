import { useQuery } from '@tanstack/react-query'
import type { ApprovalView } from '../../../../shared/contract/api/approvals.js'
import type { BulletinView } from '../../../../shared/contract/api/bulletins.js'
import { revisionQuery } from '../../api/queries.js'
import { useCopy } from '../../ui/language.js'
import { RevisionDiff } from '../../ui/revision-diff.js'
import { FailedState, LoadingRows } from '../../ui/states.js'

/** Place by place and side by side: what screens say now, and would say. */
export function Differences(props: {
  bulletin: BulletinView
  approval: ApprovalView
}) {
  const words = useCopy().approvals
  const { bulletin, approval } = props
  if (!approval.live)
    return <p className="note note-info">{words.changesNew}</p>
  return <Compared bulletin={bulletin} revisionId={approval.live.revisionId} />
}

function Compared(props: { bulletin: BulletinView; revisionId: string }) {
  const words = useCopy().approvals
  const { bulletin, revisionId } = props
  const live = useQuery(revisionQuery(bulletin.id, revisionId))
  if (live.isError)
    return <FailedState error={live.error} retry={() => void live.refetch()} />
  if (!live.data) return <LoadingRows rows={1} height={120} />
  return (
    <section className="stack">
      <h2>{words.changes}</h2>
      <RevisionDiff
        before={live.data.revision}
        after={bulletin.revision}
        names={[words.before, words.after]}
        none={words.noChanges}
      />
    </section>
  )
}
