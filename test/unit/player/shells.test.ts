import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import type { BrowserWindow, Session, WebContents } from 'electron'
import { kioskFlags } from '../../../player/chromium/kiosk-flags.js'
import {
  guardContents,
  guardSession,
  isShortcut,
  mayLoad,
  mayNavigate,
  type GuardedContents,
  type GuardedSession,
} from '../../../player/electron/guard.js'
import {
  ownArguments,
  withDataFolder,
} from '../../../player/electron/own-arguments.js'
import {
  HANG_MS,
  openWindow,
  windowOptions,
  type KioskWindow,
} from '../../../player/electron/window.js'
import { parseConfig } from '../../../player/node/config/config.js'
import { fakeTime } from './fake-host.js'

const ORIGIN = 'http://127.0.0.1:8090'

/** The real Electron types fit the narrow ones; checked by the compiler. */
export const fits = (
  contents: WebContents,
  session: Session,
  window: BrowserWindow,
): [GuardedContents, GuardedSession, KioskWindow] => [contents, session, window]

describe('the Electron shell', () => {
  it('lets the page load the core and nobody else', () => {
    for (const url of [
      'http://127.0.0.1:8091/',
      'http://localhost:8090/',
      'https://evil.example/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'not an address',
    ])
      expect(mayLoad(url, ORIGIN), url).to.equal(false)
    expect(mayLoad(`${ORIGIN}/stage.js`, ORIGIN)).to.equal(true)
    expect(mayLoad('data:image/svg+xml,x', ORIGIN)).to.equal(true)
    expect(mayNavigate('data:text/html,x', ORIGIN)).to.equal(false)
  })

  it('denies windows, downloads, permissions, shortcuts and requests', () => {
    const heard = new Map<string, (...args: never[]) => void>()
    const on = (event: string, listener: (...args: never[]) => void) =>
      heard.set(event, listener)
    let open: () => { action: string } = () => ({ action: 'allow' })
    guardContents(
      {
        on: on as never,
        setWindowOpenHandler: (handler) => {
          open = handler
        },
        closeDevTools() {},
      },
      ORIGIN,
    )
    expect(open()).to.deep.equal({ action: 'deny' })
    let prevented = 0
    const event = {
      url: 'https://evil.example',
      preventDefault: () => prevented++,
    }
    heard.get('will-navigate')?.(event as never)
    heard.get('will-attach-webview')?.(event as never)
    expect(prevented).to.equal(2)

    const answers: unknown[] = []
    guardSession(
      {
        setPermissionRequestHandler: (handler) =>
          handler(null, 'media', (granted) => answers.push(granted)),
        setPermissionCheckHandler: (handler) => answers.push(handler()),
        setDevicePermissionHandler: (handler) => answers.push(handler()),
        on: on as never,
        webRequest: {
          onBeforeRequest: (listener) =>
            listener({ url: 'https://evil.example' }, ({ cancel }) =>
              answers.push(!cancel),
            ),
        },
      },
      ORIGIN,
    )
    expect(answers).to.deep.equal([false, false, false, false])
    const plain = { control: false, meta: false, alt: false, code: 'KeyA' }
    expect(isShortcut({ ...plain, key: 'F12' })).to.equal(true)
    expect(isShortcut({ ...plain, key: 'r', control: true })).to.equal(true)
    expect(isShortcut({ ...plain, key: 'a' })).to.equal(false)
    const chord = { ...plain, key: 'k', control: true, alt: true }
    expect(isShortcut({ ...chord, code: 'KeyK' })).to.equal(false)
    expect(isShortcut({ ...chord, code: 'KeyK', meta: true })).to.equal(true)
  })

  it('gives the page nothing of Node', () => {
    expect(windowOptions().webPreferences).to.include({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
    })
    expect(windowOptions().kiosk).to.equal(true)
  })

  it('throws away a window whose page crashes or hangs', async () => {
    const time = fakeTime()
    const make = () => {
      const heard = new Map<string, (...args: unknown[]) => void>()
      const on = (event: string, listener: never) => heard.set(event, listener)
      let destroyed = false
      const window = {
        loadURL: async () => {},
        show() {},
        destroy() {
          destroyed = true
        },
        isDestroyed: () => destroyed,
        once: on,
        on,
        webContents: { on },
      } as unknown as KioskWindow
      return { window, heard }
    }
    const crashed = make()
    const first = await openWindow(crashed.window, ORIGIN, time.after)
    crashed.heard.get('render-process-gone')?.({}, { reason: 'crashed' })
    expect(await first.gone).to.equal('page crashed')

    const hanging = make()
    const second = await openWindow(hanging.window, ORIGIN, time.after)
    hanging.heard.get('unresponsive')?.()
    hanging.heard.get('responsive')?.()
    await time.advance(HANG_MS * 2)
    expect(hanging.window.isDestroyed()).to.equal(false)
    hanging.heard.get('unresponsive')?.()
    await time.advance(HANG_MS)
    expect(await second.gone).to.equal('page hangs')
  })

  it('reads only its own arguments', () => {
    const argv = ['app', 'main.mjs', '--no-sandbox', '--cms', 'http://x']
    const own = ownArguments(argv, false)
    expect(own).to.deep.equal(['--cms', 'http://x'])
    expect(withDataFolder(own, '/d')).to.deep.equal([...own, '--data', '/d'])
    expect(withDataFolder(['--data=/e'], '/d')).to.deep.equal(['--data=/e'])
  })
})

describe('the Electron package', () => {
  it('has a configuration that electron-builder takes', async () => {
    const { validateConfiguration } = (await import(
      'app-builder-lib/out/util/config/config.js' as string
    )) as {
      validateConfiguration(config: unknown, log: unknown): Promise<void>
    }
    const { DebugLogger } = (await import('builder-util' as string)) as {
      DebugLogger: new (on: boolean) => unknown
    }
    const { load } = (await import('js-yaml' as string)) as {
      load(text: string): Record<string, unknown>
    }
    const config = load(readFileSync('electron-builder.yml', 'utf8'))
    await validateConfiguration(config, new DebugLogger(false))
    expect(config['electronFuses']).to.include({
      runAsNode: false,
      onlyLoadAppFromAsar: true,
    })
    const misspelt = await validateConfiguration(
      { ...config, electronFuzes: {} },
      new DebugLogger(false),
    ).catch((error: unknown) => error)
    expect(misspelt).to.be.instanceOf(Error)
  }).timeout(20_000)
})

describe('the Chromium shell', () => {
  it('resolves no name but its own and opens no first-run page', () => {
    const options = { url: ORIGIN, profileFolder: '/p', isRoot: false }
    const flags = kioskFlags(options)
    expect(flags).to.include.members(['--kiosk', '--no-first-run'])
    expect(flags).to.include(
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    )
    expect(flags).not.to.include('--no-sandbox')
    expect(kioskFlags({ ...options, isRoot: true })).to.include('--no-sandbox')
  })

  it('never offers to translate the glass', () => {
    const options = { url: ORIGIN, profileFolder: '/p', isRoot: false }
    expect(kioskFlags(options)).to.include('--lang=vi')
    const page = readFileSync('player/stage/index.html', 'utf8')
    expect(page).to.include('<meta name="google" content="notranslate" />')
  })
})

describe('player configuration', () => {
  it('names every bad value at once', () => {
    const parsed = parseConfig(['--cms', 'ftp://x', '--shell', 'lynx'], {
      BANGTIN_SCREEN_PORT: '99999',
      BANGTIN_LOG: 'loud',
    })
    expect(!parsed.ok && parsed.problems.map((p) => p.name)).to.deep.equal([
      '--cms',
      '--shell',
      'BANGTIN_SCREEN_PORT',
      'BANGTIN_LOG',
    ])
    const unknown = parseConfig(['--colour', 'red'], {})
    expect(unknown.ok).to.equal(false)
  })

  it('has defaults for everything but the CMS', () => {
    const parsed = parseConfig(['--cms', 'http://cms:8080/'], {})
    expect(parsed.ok && parsed.config).to.include({
      cmsUrl: 'http://cms:8080',
      shell: 'none',
      port: 8090,
      logLevel: 'info',
    })
  })
})
