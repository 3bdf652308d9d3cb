import { notifications } from '@mantine/notifications'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { systemClock } from '../../../../shared/kernel/clock.js'
import { call } from '../../api/client.js'
import { bulletinQuery } from '../../api/queries.js'
import { useCopy } from '../../ui/language.js'
import {
  createDraftKeeper,
  type DraftKeeper,
  type DraftStart,
  type DraftState,
} from './draft-keeper.js'

/** A draft kept by this browser and the server, alive as long as the page. */
export function useDraft(
  start: DraftStart,
  ownerAreaId: string,
): { draft: DraftState; keeper: DraftKeeper } {
  const queries = useQueryClient()
  const [keeper] = useState(() =>
    createDraftKeeper(
      {
        create: (revision) =>
          call('createBulletin', { body: { ...revision, ownerAreaId } }),
        save: (id, revision, expectedVersion) =>
          call('saveDraft', {
            params: { id },
            ifMatch: expectedVersion,
            body: revision,
          }),
        read: (id) => call('getBulletin', { params: { id } }),
        storage: window.localStorage,
        now: () => systemClock.now(),
        later: (job, ms) => {
          const timer = setTimeout(job, ms)
          return () => clearTimeout(timer)
        },
      },
      start,
    ),
  )
  const draft = useSyncExternalStore(
    (listener) => keeper.subscribe(listener),
    () => keeper.state(),
  )
  useNewerVersion(draft, keeper)
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent): void => {
      const { status } = keeper.state()
      // Kept in this browser already; the warning is for the server's sake.
      if (status === 'dirty' || status === 'saving') event.preventDefault()
    }
    window.addEventListener('beforeunload', leave)
    return () => {
      window.removeEventListener('beforeunload', leave)
      void keeper.flush().then(({ id }) => {
        if (id !== null) void queries.invalidateQueries(bulletinQuery(id))
        void queries.invalidateQueries({ queryKey: ['bulletins'] })
      })
    }
  }, [keeper, queries])
  return { draft, keeper }
}

/** A colleague saved while nothing here waits: their words, and a word of it. */
function useNewerVersion({ id }: DraftState, keeper: DraftKeeper): void {
  const words = useCopy().drafts
  const known = useQuery({ ...bulletinQuery(id ?? ''), enabled: id !== null })
  const view = known.data
  useEffect(() => {
    if (!view || !keeper.meet(view)) return
    const message = words.tookNewer(view.changedByName ?? view.authorName)
    notifications.show({ message, color: 'act' })
  }, [view, keeper, words])
}
