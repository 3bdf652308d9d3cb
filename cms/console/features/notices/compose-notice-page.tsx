// Two pages that never look alike: a real notice, and a drill.
import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from '@tanstack/react-router'
import { templatesQuery } from '../../api/queries.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { areasWhere, useMe } from '../../ui/me.js'
import { PageTop } from '../../ui/page.js'
import { FailedState, LoadingRows } from '../../ui/states.js'
import { NoticeForm } from './notice-form.js'

export function ComposeRealPage() {
  return <ComposeNotice drill={false} />
}

export function ComposeDrillPage() {
  return <ComposeNotice drill />
}

function ComposeNotice({ drill }: { drill: boolean }) {
  const copy = useCopy()
  const words = copy.notices
  const me = useMe()
  const templates = useQuery(templatesQuery)
  const [areaId] = areasWhere(me, 'duty', 'administrator')
  if (areaId === undefined) return <Navigate to="/khan" replace />
  const template = templates.data?.find((one) => one.use === 'notice')
  const areaName =
    me.grants.find((grant) => grant.areaId === areaId)?.areaName ?? ''
  return (
    <>
      <PageTop
        title={drill ? words.composeDrill : words.composeReal}
        crumb={{ to: '/khan', label: words.title }}
        actions={
          <Link
            className="btn"
            to={drill ? '/khan/phat-that' : '/khan/dien-tap'}
          >
            {drill ? words.toReal : words.toDrill}
          </Link>
        }
      />
      <div className={`urgent-banner urgent-${drill ? 'drill' : 'real'}`}>
        <Icon name="urgent" size={36} />
        <p>{drill ? words.composeDrillLead : words.composeRealLead}</p>
      </div>
      {templates.isPending && <LoadingRows rows={3} height={120} />}
      {templates.isError && (
        <FailedState
          error={templates.error}
          retry={() => void templates.refetch()}
        />
      )}
      {template && (
        <NoticeForm
          key={String(drill)}
          template={template}
          drill={drill}
          ownerAreaId={areaId}
          issuer={areaName}
        />
      )}
    </>
  )
}
