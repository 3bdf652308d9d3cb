// Writing a bulletin in four steps beside its real slide.
import { useQuery } from '@tanstack/react-query'
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { TemplateView } from '../../../../shared/contract/template.js'
import { bulletinQuery, templatesQuery } from '../../api/queries.js'
import { useWords } from '../../ui/language.js'
import { areasWhere, useMe } from '../../ui/me.js'
import { FailedState, LoadingRows } from '../../ui/states.js'
import type { DraftStart } from './draft-keeper.js'
import { Editor } from './editor.js'

/** A draft that was begun on this page stays here; its id joins the address. */
export function ComposePage() {
  const search = useSearch({ from: '/soan' })
  const [begunHere, setBegunHere] = useState<string | null>(null)
  if (search.id !== undefined && search.id !== begunHere) {
    return <Existing key={search.id} id={search.id} />
  }
  if (search.mau === undefined) return <Navigate to="/soan/mau" replace />
  return <Fresh templateId={search.mau} onBegun={setBegunHere} />
}

function Existing({ id }: { id: string }) {
  const templates = useQuery(templatesQuery)
  // The newest version counts here, never one that was read a while ago.
  const bulletin = useQuery({
    ...bulletinQuery(id),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  const [start, setStart] = useState<DraftStart | null>(null)
  const view = bulletin.data
  if (start === null && view && !bulletin.isFetching) {
    setStart({ id, version: view.version, revision: view.revision })
  }
  const error = bulletin.error ?? templates.error
  if (error && start === null) {
    const retry = (): void => {
      void bulletin.refetch()
      void templates.refetch()
    }
    return (
      <div className="page-body">
        <FailedState error={error} retry={retry} />
      </div>
    )
  }
  const template = templates.data?.find(
    (one) => one.id === start?.revision.templateId,
  )
  if (!start || !template || !view) return <Waiting />
  if (!view.may.edit) {
    return <Navigate to="/ban-tin/$id" params={{ id }} replace />
  }
  return (
    <Editor
      start={start}
      template={template}
      ownerAreaId={view.ownerAreaId}
      state={view.state}
    />
  )
}

function Fresh(props: { templateId: string; onBegun: (id: string) => void }) {
  const me = useMe()
  const go = useNavigate({ from: '/soan' })
  const templates = useQuery(templatesQuery)
  const template = templates.data?.find((one) => one.id === props.templateId)
  const [ownerAreaId] = areasWhere(me, 'author', 'administrator')
  if (templates.isError) {
    return (
      <div className="page-body">
        <FailedState
          error={templates.error}
          retry={() => void templates.refetch()}
        />
      </div>
    )
  }
  if (templates.isPending) return <Waiting />
  if (!template || ownerAreaId === undefined) {
    return <Navigate to="/soan/mau" replace />
  }
  return (
    <FreshEditor
      template={template}
      ownerAreaId={ownerAreaId}
      onSaved={(id) => {
        props.onBegun(id)
        void go({ search: (old) => ({ ...old, id }), replace: true })
      }}
    />
  )
}

function FreshEditor(props: {
  template: TemplateView
  ownerAreaId: string
  onSaved: (id: string) => void
}) {
  const { language } = useWords()
  const { template } = props
  const [start] = useState<DraftStart>(() => ({
    id: null,
    version: 0,
    revision: {
      title: template.name[language],
      templateId: template.id,
      fields: { vi: {} },
      audience: { areaIds: [], screenIds: [] },
      schedule: {},
      priority: 'normal',
      weight: 1,
    },
  }))
  return (
    <Editor
      start={start}
      template={template}
      ownerAreaId={props.ownerAreaId}
      state="draft"
      onCreated={props.onSaved}
    />
  )
}

function Waiting() {
  return (
    <div className="page-body">
      <LoadingRows rows={5} height={84} />
    </div>
  )
}
