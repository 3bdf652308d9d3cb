/**
 * The demo province on this machine: seeds once, starts the CMS and a screen
 * as processes of their own, and pairs the screen the way a technician would.
 * `npm start` and the end-to-end tests both stand on it.
 */
import { startChild, type Child } from '../child-process.js'
import { loadDemo, saveDemo, type Demo } from './demo-file.js'
import { publishBulletins } from './publish-bulletins.js'
import { seedProvince } from './seed-province.js'
import { signInAs } from './sign-in-as.js'

/** What the processes are started with; ports 0 let the system choose. */
export type DemoEnvironment = NodeJS.ProcessEnv & { BANGTIN_DATA: string }

export type Running = { child: Child; url: string }

const CODE_LINE =
  /pairing code shown.*?"code":"([2-9A-Z]{6})"|"code":"([2-9A-Z]{6})".*pairing code shown/

/** Makes areas and accounts in a new data folder; later calls only read. */
export async function prepareDemo(env: DemoEnvironment): Promise<Demo> {
  const demo = await loadDemo(env.BANGTIN_DATA)
  if (demo.seeded) return demo
  await seedProvince(env, demo)
  const seeded = { ...demo, seeded: true }
  await saveDemo(env.BANGTIN_DATA, seeded)
  return seeded
}

/** Starts the CMS and resolves when it answers. */
export async function startDemoCms(
  env: DemoEnvironment,
  onLine: (line: string) => void,
): Promise<Running> {
  const child = startChild({
    name: 'cms',
    args: ['--import', 'tsx', 'cms/server/main.ts'],
    // The demo's people have no phones: their accounts need no second factor.
    env: { ...env, BANGTIN_DEMO: '1' },
    onLine,
  })
  const [, url = ''] = await child.waitForLine(/CMS ready: (\S+)/, 60_000)
  return { child, url }
}

/** Writes, submits and releases the demo bulletins, once. */
export async function publishDemo(
  env: DemoEnvironment,
  cmsUrl: string,
  demo: Demo,
): Promise<Demo> {
  if (demo.published) return demo
  await publishBulletins(cmsUrl, demo)
  const published = { ...demo, published: true }
  await saveDemo(env.BANGTIN_DATA, published)
  return published
}

/** Starts the player and resolves when its page answers. */
export async function startDemoPlayer(
  env: DemoEnvironment,
  cmsUrl: string,
  options: { shell: string; onLine: (line: string) => void },
): Promise<Running> {
  const child = startChild({
    name: 'player',
    args: ['dist/player/main.mjs', '--cms', cmsUrl, '--shell', options.shell],
    env,
    onLine: options.onLine,
  })
  const [, url = ''] = await child.waitForLine(/Screen ready: (\S+)/, 60_000)
  return { child, url }
}

/** Claims the code on the glass unless the screen was paired before. */
export async function pairDemoScreen(
  cmsUrl: string,
  demo: Demo,
  player: Child,
): Promise<void> {
  const session = await signInAs(cmsUrl, demo, 'quantri')
  const before = await session.call('listScreens')
  if (before.screens.length === 0) {
    const match = await player.waitForLine(CODE_LINE, 60_000)
    const { areas } = await session.call('listAreas')
    const commune = areas.find((area) => area.name === demo.commune)
    if (!commune) throw new Error(`the demo has no ${demo.commune}`)
    await session.call('claimScreen', {
      body: {
        code: match[1] ?? match[2] ?? '',
        name: 'Sảnh Trung tâm Phục vụ hành chính công',
        areaId: commune.id,
        orientation: 'landscape',
        resolutionClass: '1080',
        languages: ['vi'],
        diagonalInches: 55,
        viewingMetres: 4,
        ticker: demo.ticker,
      },
    })
  }
}

/** Resolves when the screen has switched to the newest sealed manifest. */
export async function whenSynced(cmsUrl: string, demo: Demo): Promise<void> {
  const session = await signInAs(cmsUrl, demo, 'quantri')
  await until(async () => {
    const { screens } = await session.call('listScreens')
    return screens.some(
      (screen) =>
        screen.connected &&
        screen.manifestNumber > 0 &&
        screen.status?.manifestNumber === screen.manifestNumber,
    )
  })
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 240; tries += 1) {
    if (await condition()) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error('the screen did not fetch its programme within a minute')
}
