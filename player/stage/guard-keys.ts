/*
 * A keyboard that a passer-by plugs in changes nothing: every key stops here
 * but the technician's own chord, and those of the technician's open page.
 */
import {
  isTechnicianChord,
  TECHNICIAN_KEY,
} from '../../shared/contract/technician.js'

export type KeyGuard = {
  /** Ctrl+Alt+K. */
  onTechnician(): void
  /** Ctrl+Alt+L. */
  onLanguage(): void
  /** Whether the technician's page is open and takes plain keys. */
  isOpen(): boolean
  pressed(event: KeyboardEvent): void
}

/** Starts guarding; the answer stops it. */
export function guardKeys(view: Window, guard: KeyGuard): () => void {
  const onKey = (event: KeyboardEvent) => {
    const { code, ctrlKey: control, altKey: alt, metaKey: meta } = event
    const isChord = isTechnicianChord({ code, control, alt, meta })
    const isPlain = !control && !alt && !meta && !/^F\d/.test(event.key)
    if (isChord || !isPlain || !guard.isOpen() || isSystemKey(event.key)) {
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    if (isChord && code === TECHNICIAN_KEY) guard.onTechnician()
    else if (isChord) guard.onLanguage()
    else if (isPlain && guard.isOpen()) guard.pressed(event)
  }
  const printed = view.print.bind(view)
  // Nothing on a kiosk is ever printed, not even by a page of ours.
  view.print = () => {}
  view.addEventListener('keydown', onKey, { capture: true })
  return () => {
    view.removeEventListener('keydown', onKey, { capture: true })
    view.print = printed
  }
}

/** Keys that open something of the browser's or the system's own. */
function isSystemKey(key: string): boolean {
  return /^(ContextMenu|PrintScreen|Browser|Launch|Help|Print|Save|Open|Find|ZoomIn|ZoomOut)/.test(
    key,
  )
}
