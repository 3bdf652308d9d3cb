import type { BrowserWindowConstructorOptions } from 'electron'
import type { Window } from '../node/keep-window.js'

/** How long a page may hang before its window is thrown away. */
export const HANG_MS = 5000

/** The kiosk window: nothing of Node in the page, nothing of a desktop around it. */
export function windowOptions(): BrowserWindowConstructorOptions {
  return {
    kiosk: true,
    fullscreen: true,
    frame: false,
    show: false,
    backgroundColor: '#12305c',
    autoHideMenuBar: true,
    title: 'Bảng tin',
    webPreferences: {
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      devTools: false,
      spellcheck: false,
      backgroundThrottling: false,
      navigateOnDragDrop: false,
    },
  }
}

/** The part of Electron's BrowserWindow that is used. */
export type KioskWindow = {
  loadURL(url: string): Promise<void>
  show(): void
  destroy(): void
  isDestroyed(): boolean
  once(event: 'ready-to-show' | 'closed', listener: () => void): unknown
  on(event: 'unresponsive' | 'responsive', listener: () => void): unknown
  webContents: {
    on(
      event: 'render-process-gone',
      listener: (event: unknown, details: { reason: string }) => void,
    ): unknown
  }
}

type Later = (ms: number, run: () => void) => () => void

/**
 * Shows the stage in a new window. It counts as gone when it is closed, when
 * its page crashes, and when it hangs for five seconds.
 */
export async function openWindow(
  window: KioskWindow,
  url: string,
  later: Later,
): Promise<Window> {
  let end: (why: string) => void = () => {}
  let stillHangs: () => void = () => {}
  const gone = new Promise<string>((resolve) => {
    end = resolve
  })
  const drop = (why: string) => {
    stillHangs()
    end(why)
    if (!window.isDestroyed()) window.destroy()
  }
  window.once('ready-to-show', () => window.show())
  window.once('closed', () => end('closed'))
  window.webContents.on('render-process-gone', (_event, details) =>
    drop(`page ${details.reason}`),
  )
  window.on('unresponsive', () => {
    stillHangs = later(HANG_MS, () => drop('page hangs'))
  })
  window.on('responsive', () => stillHangs())
  await window.loadURL(url).catch((error: unknown) => drop(String(error)))
  return {
    gone,
    close: async () => drop('closed by us'),
  }
}
