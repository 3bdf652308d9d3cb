/** The built console in a real browser over a real CMS, for the tests here. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { build } from 'vite'
import { launchBrowser } from '../../support/browser.js'
import {
  PASSWORD,
  startCms,
  type PersonName,
  type RunningCms,
} from '../../support/start-cms.js'

export const DESK = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }

export type ConsoleUnderTest = {
  cms: RunningCms
  /** A browser of its own for one person, signed in unless told otherwise. */
  open(
    person: PersonName | null,
    path: string,
    viewport?: { width: number; height: number },
  ): Promise<{ page: Page; context: BrowserContext }>
  /** What the pages complained about: must stay empty. */
  complaints: string[]
  stop(): Promise<void>
}

let built: Promise<string> | null = null

/** Once per run, into a folder of its own. */
function buildConsole(): Promise<string> {
  built ??= (async () => {
    const outDir = await mkdtemp(join(tmpdir(), 'bangtin-console-'))
    process.once('exit', () => void rm(outDir, { recursive: true }))
    await build({
      configFile: join(
        import.meta.dirname,
        '../../../cms/console/vite.config.ts',
      ),
      logLevel: 'error',
      build: { outDir },
    })
    return outDir
  })()
  return built
}

export async function startConsole(): Promise<ConsoleUnderTest> {
  const cms = await startCms({ consoleFolder: await buildConsole() })
  const browser: Browser = await launchBrowser()
  const complaints: string[] = []
  return {
    cms,
    complaints,
    async open(person, path, viewport = DESK) {
      const context = await browser.newContext({ viewport, locale: 'vi-VN' })
      context.setDefaultTimeout(12_000)
      const page = await context.newPage()
      page.on('pageerror', (error) => complaints.push(String(error.stack)))
      page.on('console', (message) => {
        // A refused or lost call is part of several tests.
        const expected = /Failed to load resource|WebSocket|ERR_INTERNET/
        const bad = message.type() === 'error' || message.type() === 'warning'
        if (bad && !expected.test(message.text())) {
          complaints.push(message.text())
        }
      })
      if (person) await cms.as(person)
      await page.goto(cms.url + path)
      if (person) await signIn(page, person, PASSWORD)
      return { page, context }
    },
    async stop() {
      await browser.close()
      await cms.stop()
    },
  }
}

/** Types into the sign-in page and enters. */
export async function signIn(
  page: Page,
  person: string,
  password: string,
): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(person)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
}
