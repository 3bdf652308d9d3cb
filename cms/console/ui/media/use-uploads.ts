import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { LIBRARY_KEY } from '../../api/media-queries.js'
import { ConnectionLost } from '../../api/problem.js'
import { sendFile } from '../../api/send-file.js'
import { createUploadDesk, type UploadDesk } from './upload-desk.js'

const desks = new WeakMap<QueryClient, UploadDesk>()

/** The one desk of the library page: it goes on while other pages are open. */
export function useLibraryUploads() {
  const queries = useQueryClient()
  let desk = desks.get(queries)
  if (!desk) desks.set(queries, (desk = deskOf(queries)))
  return useDesk(desk)
}

/** A desk of its own, for a picker. */
export function useOwnUploads() {
  const queries = useQueryClient()
  const [desk] = useState(() => deskOf(queries))
  return useDesk(desk)
}

function deskOf(queries: QueryClient): UploadDesk {
  return createUploadDesk({
    send: sendFile,
    onDone: () => void queries.invalidateQueries({ queryKey: LIBRARY_KEY }),
  })
}

function useDesk(desk: UploadDesk) {
  const items = useSyncExternalStore(desk.subscribe, desk.items)
  useEffect(() => {
    // What only the network stopped goes on by itself when it is back.
    const goOn = (): void => {
      for (const one of desk.items())
        if (one.state === 'failed' && one.error instanceof ConnectionLost)
          desk.retry(one.key)
    }
    window.addEventListener('online', goOn)
    return () => window.removeEventListener('online', goOn)
  }, [desk])
  return { desk, items }
}
