// The one live link of this tab, for those parts of it that speak on it too.
import { useSyncExternalStore } from 'react'
import type { LiveLink } from './live.js'

let link: LiveLink | null = null
const listeners = new Set<() => void>()

/** Called by whoever opened or closed it. */
export function setLiveLink(next: LiveLink | null): void {
  link = next
  for (const listener of listeners) listener()
}

/** Null before it is open, and when nobody is signed in. */
export function useLiveLink(): LiveLink | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => link,
  )
}
