// Two pages that never look alike: a real notice, and a drill.
import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { templatesQuery } from '../../api/queries.js'
import { Icon } from '../../ui/icon.js'
import { useWords } from '../../ui/language.js'
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

/** What most warnings are: a hazard, an act, advice. */
const USUAL = 'urgent'

function ComposeNotice({ drill }: { drill: boolean }) {
  const { copy, language } = useWords()
  const words = copy.notices
  const me = useMe()
  const templates = useQuery(templatesQuery)
  const [kind, setKind] = useState(USUAL)
  const [areaId] = areasWhere(me, 'duty', 'administrator')
  if (areaId === undefined) return <Navigate to="/khan" replace />
  const kinds = templates.data?.filter((one) => one.use === 'notice') ?? []
  const template = kinds.find((one) => one.id === kind) ?? kinds[0]
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
      {template && kinds.length > 1 && (
        <div className="page-body">
          <NativeSelect
            label={words.kindLabel}
            value={template.id}
            data={kinds.map((one) => ({
              value: one.id,
              label: one.name[language],
            }))}
            onChange={(event) => setKind(event.currentTarget.value)}
          />
        </div>
      )}
      {template && (
        <NoticeForm
          key={`${drill} ${template.id}`}
          template={template}
          drill={drill}
          ownerAreaId={areaId}
          issuer={areaName}
        />
      )}
    </>
  )
}
