// Files by a button, dragged from a folder, or pasted: all the same.
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Icon } from '../icon.js'
import { useCopy } from '../language.js'

export const PICTURE_TYPES =
  'image/jpeg,image/png,image/webp,image/gif,image/avif,image/tiff'
export const EVERY_TYPE = `${PICTURE_TYPES},video/mp4,video/webm,.pdf,.docx,.xlsx,.csv`

type DropZoneProps = {
  onFiles: (files: File[]) => void
  children: ReactNode
  disabled?: boolean
}

/** Everything inside takes what is dropped on it; a paste anywhere counts. */
export function DropZone({ onFiles, children, disabled }: DropZoneProps) {
  const copy = useCopy()
  const [over, setOver] = useState(false)
  const take = useRef(onFiles)
  take.current = onFiles
  useEffect(() => {
    if (disabled) return
    const paste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      take.current(files)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [disabled])
  if (disabled) return <>{children}</>
  return (
    <div
      className={over ? 'drop-zone drop-over' : 'drop-zone'}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        const into = event.relatedTarget as Node | null
        if (!event.currentTarget.contains(into)) setOver(false)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const files = [...event.dataTransfer.files]
        if (files.length > 0) onFiles(files)
      }}
    >
      {children}
      {over && (
        <p className="drop-word">
          <Icon name="plus" size={32} />
          {copy.media.dropHere}
        </p>
      )}
    </div>
  )
}

/** The button that opens the computer's own chooser. */
export function FileButton(props: {
  label: string
  accept: string
  many?: boolean
  plain?: boolean
  onFiles: (files: File[]) => void
}) {
  return (
    <label
      className={
        props.plain ? 'btn file-button' : 'btn btn-primary file-button'
      }
    >
      <Icon name="plus" />
      {props.label}
      <input
        type="file"
        accept={props.accept}
        multiple={props.many ?? false}
        className="visually-hidden"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ''
          if (files.length > 0) props.onFiles(files)
        }}
      />
    </label>
  )
}
