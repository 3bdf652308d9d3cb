// One old version: what it said, its slide, and the one press that brings it
// back as the draft.
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type {
  BulletinView,
  RevisionInput,
} from '../../../../shared/contract/api/bulletins.js'
import { call } from '../../api/client.js'
import {
  bulletinQuery,
  draftSaveQuery,
  revisionQuery,
} from '../../api/queries.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { RevisionDiff } from '../../ui/revision-diff.js'
import { FailedState, LoadingRows, sentenceOf } from '../../ui/states.js'
import { BulletinSlide } from './bulletin-slide.js'

export type Old =
  | { kind: 'revision'; id: string }
  | { kind: 'save'; id: string }
  | { kind: 'aside'; id: string; revision: RevisionInput }

type OldProps = { bulletin: BulletinView; old: Old }

type Read = {
  revision: RevisionInput
  /** Of a revision: its number, and the one before it. */
  number: number | null
  previous: { number: number; revision: RevisionInput } | null
}

function useOld({ bulletin, old }: OldProps) {
  const { id } = bulletin
  const revision = useQuery({
    ...revisionQuery(id, old.id),
    enabled: old.kind === 'revision',
  })
  const save = useQuery({
    ...draftSaveQuery(id, old.id),
    enabled: old.kind === 'save',
  })
  const read: Read | undefined =
    old.kind === 'aside'
      ? { revision: old.revision, number: null, previous: null }
      : old.kind === 'revision'
        ? revision.data
        : save.data && {
            revision: save.data.revision,
            number: null,
            previous: null,
          }
  return { read, query: old.kind === 'save' ? save : revision }
}

export function OldVersion(props: OldProps) {
  const { bulletin } = props
  const words = useCopy().drafts
  const { read, query } = useOld(props)
  const [against, setAgainst] = useState<'previous' | 'newest'>('previous')
  if (query.isError)
    return (
      <FailedState error={query.error} retry={() => void query.refetch()} />
    )
  if (!read) return <LoadingRows rows={2} height={280} />
  const { number, previous } = read
  const name = number === null ? words.aside : words.revision(number)
  const isNewest = number === bulletin.revisionNumber
  const toNewest = against === 'newest' || previous === null
  return (
    <div className="stack">
      <div className="slide-tools">
        {previous && !isNewest && (
          <div className="segments" role="group" aria-label={words.compareWith}>
            {(['previous', 'newest'] as const).map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={one === against}
                onClick={() => setAgainst(one)}
              >
                {words.compareWith}{' '}
                {one === 'previous'
                  ? words.comparePrevious(previous.number)
                  : words.compareNewest}
              </button>
            ))}
          </div>
        )}
        {!isNewest && <Restore {...props} read={read} />}
      </div>
      {toNewest ? (
        !isNewest && (
          <RevisionDiff
            before={read.revision}
            after={bulletin.revision}
            names={[name, words.compareNewest]}
            none={words.nothingChanged}
          />
        )
      ) : (
        <RevisionDiff
          before={previous.revision}
          after={read.revision}
          names={[words.before(previous.number), name]}
          none={words.nothingChanged}
        />
      )}
      <BulletinSlide bulletin={{ ...bulletin, revision: read.revision }} />
    </div>
  )
}

function Restore({ bulletin, old, read }: OldProps & { read: Read }) {
  const copy = useCopy()
  const words = copy.drafts
  const queries = useQueryClient()
  const go = useNavigate()
  const restore = useMutation({
    mutationFn: () => {
      const params = { id: bulletin.id }
      const ifMatch = bulletin.version
      if (old.kind === 'aside')
        return call('saveDraft', { params, ifMatch, body: read.revision })
      const from =
        read.number === null
          ? { saveId: old.id }
          : { revisionNumber: read.number }
      return call('restoreBulletin', { params, ifMatch, body: { from } })
    },
    onSuccess: async (view) => {
      queries.setQueryData(bulletinQuery(view.id).queryKey, view)
      void queries.invalidateQueries({ queryKey: ['bulletins'] })
      void queries.invalidateQueries({ queryKey: ['bulletin', view.id] })
      const message =
        old.kind === 'aside'
          ? words.restoredAside
          : read.number === null
            ? words.restoredSave
            : words.restored(read.number)
      notifications.show({ message, color: 'act' })
      await go({ to: '/soan', search: { id: view.id } })
    },
  })
  if (!bulletin.may.edit) return null
  return (
    <>
      <button
        type="button"
        className="btn btn-primary"
        disabled={restore.isPending}
        onClick={() => restore.mutate()}
      >
        <Icon name="undo" />
        {words.restore}
      </button>
      {restore.isError && (
        <p className="note note-bad" role="alert">
          {sentenceOf(restore.error, copy)}
        </p>
      )}
    </>
  )
}
