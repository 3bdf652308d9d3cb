/*
 * What a page in the kiosk may not do. Interfaces are as narrow as what is
 * used, so that the rules are tested without an Electron.
 */

import { isTechnicianChord } from '../../shared/contract/technician.js'

type Preventable = { preventDefault(): void }

/** The part of Electron's WebContents that is guarded. */
export type GuardedContents = {
  on(
    event: 'will-navigate' | 'will-redirect' | 'will-frame-navigate',
    listener: (details: Preventable & { url: string }) => void,
  ): unknown
  on(
    event: 'will-attach-webview' | 'devtools-opened',
    listener: (event: Preventable) => void,
  ): unknown
  on(
    event: 'before-input-event',
    listener: (event: Preventable, input: KeyInput) => void,
  ): unknown
  setWindowOpenHandler(handler: () => { action: 'deny' }): void
  closeDevTools(): void
}

export type KeyInput = {
  key: string
  code: string
  control: boolean
  meta: boolean
  alt: boolean
}

/** The part of Electron's Session that is guarded. */
export type GuardedSession = {
  setPermissionRequestHandler(
    handler: (
      contents: unknown,
      permission: string,
      done: (granted: boolean) => void,
    ) => void,
  ): void
  setPermissionCheckHandler(handler: () => boolean): void
  setDevicePermissionHandler(handler: () => boolean): void
  on(event: 'will-download', listener: (event: Preventable) => void): unknown
  webRequest: {
    onBeforeRequest(
      listener: (
        details: { url: string },
        done: (answer: { cancel: boolean }) => void,
      ) => void,
    ): void
  }
}

/** Only the core's own page, and what a page may carry in itself. */
export function mayLoad(url: string, origin: string): boolean {
  if (url === 'about:srcdoc' || url === 'about:blank') return true
  if (url.startsWith('data:')) return true
  try {
    return new URL(url).origin === origin
  } catch {
    // No address at all.
    return false
  }
}

/** Page navigation stays on the core's page; a `data:` document does not count. */
export function mayNavigate(url: string, origin: string): boolean {
  return !url.startsWith('data:') && mayLoad(url, origin)
}

/** F-keys, and every shortcut but the technician's. */
export function isShortcut(input: KeyInput): boolean {
  if (isTechnicianChord(input)) return false
  return (
    input.control || input.meta || input.alt || /^F\d{1,2}$/.test(input.key)
  )
}

/** No other page, no other window, no developer tools, no shortcuts. */
export function guardContents(contents: GuardedContents, origin: string): void {
  const stay = (details: Preventable & { url: string }) => {
    if (!mayNavigate(details.url, origin)) details.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('devtools-opened', () => contents.closeDevTools())
  contents.on('before-input-event', (event, input) => {
    if (isShortcut(input)) event.preventDefault()
  })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** No permission, no download, no request to anyone but the core. */
export function guardSession(session: GuardedSession, origin: string): void {
  session.setPermissionRequestHandler((_contents, _permission, done) =>
    done(false),
  )
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((details, done) =>
    done({ cancel: !mayLoad(details.url, origin) }),
  )
}
