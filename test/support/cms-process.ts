/** The CMS as an operator runs it: a process of its own. */
import { startChild, type Child } from '../../scripts/child-process.js'
import { spawn } from 'node:child_process'

const MAIN = ['--import', 'tsx', 'cms/server/main.ts']

export type CmsProcess = {
  child: Child
  url: string
  /** Of the first administrator. */
  password: string
}

/** Starts it on a free port with this new data folder. */
export async function startCmsProcess(
  folder: string,
  env: Record<string, string> = {},
): Promise<CmsProcess> {
  const child = startChild({
    name: 'cms',
    args: MAIN,
    env: {
      BANGTIN_PORT: '0',
      BANGTIN_DATA: folder,
      BANGTIN_LOG: 'warn',
      ...env,
    },
  })
  const [, url = ''] = await child.waitForLine(/CMS ready: (\S+)/, 30_000)
  const [, password = ''] = await child.waitForLine(/shown once: (\S+)/, 5000)
  return { child, url, password }
}

/** Starts it again on a data folder that has its people already. */
export async function resumeCmsProcess(
  folder: string,
  port: number,
): Promise<Omit<CmsProcess, 'password'>> {
  const child = startChild({
    name: 'cms',
    args: MAIN,
    env: {
      BANGTIN_PORT: String(port),
      BANGTIN_DATA: folder,
      BANGTIN_LOG: 'warn',
      BANGTIN_CHROMIUM: 'none',
    },
  })
  const [, url = ''] = await child.waitForLine(/CMS ready: (\S+)/, 60_000)
  return { child, url }
}

/** Runs it until it ends by itself, for starts that are refused. */
export function runCmsToEnd(
  env: Record<string, string>,
): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, MAIN, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
    child.once('close', (code) => resolve({ code, said }))
  })
}
