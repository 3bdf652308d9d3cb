import { useEffect, useRef } from 'react'

/** Ctrl+S saves, Ctrl+Enter goes to the last step; never while composing a word. */
export function useDraftKeys(acts: {
  onSave: () => void
  onSubmit: () => void
}): void {
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.isComposing) return
      if (event.key === 's' || event.key === 'S') {
        event.preventDefault()
        latest.current.onSave()
      }
      if (event.key === 'Enter') {
        event.preventDefault()
        latest.current.onSubmit()
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
