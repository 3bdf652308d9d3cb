import { useEffect } from 'react'

/** `/` goes to the search of the page, unless somebody is typing. */
export function useSlashSearch(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey) return
      const at = event.target as HTMLElement
      if (at.closest('input, textarea, select, [contenteditable]')) return
      const field = document.querySelector<HTMLInputElement>(
        'input[type="search"]',
      )
      if (!field) return
      event.preventDefault()
      field.focus()
      field.select()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
