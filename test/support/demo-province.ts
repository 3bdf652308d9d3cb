/** The demo province in a folder of its own, for end-to-end tests and benches. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Demo } from '../../scripts/demo/demo-file.js'
import { signInAs } from '../../scripts/demo/sign-in-as.js'
import type { ApiSession } from '../../scripts/demo/api-session.js'
import {
  pairDemoScreen,
  prepareDemo,
  publishDemo,
  startDemoCms,
  startDemoPlayer,
  whenSynced,
  type DemoEnvironment,
  type Running,
} from '../../scripts/demo/run-demo.js'
import { freePort } from './free-port.js'

export type DemoProvince = {
  demo: Demo
  /** Releases the eight bulletins, where `publish: false` left them out. */
  publish(): Promise<void>
  folder: string
  cmsUrl: string
  /** The stage's page; new after each start of the player. */
  screenUrl(): string
  as(username: string): Promise<ApiSession>
  /** Ends the process as a cut of power would, or politely. */
  stopCms(how?: 'cut' | 'polite'): Promise<void>
  startCms(): Promise<void>
  stopPlayer(how?: 'cut' | 'polite'): Promise<void>
  startPlayer(): Promise<void>
  /** What both processes logged, for a failing test's message. */
  log: string[]
  stop(): Promise<void>
}

/** Seeds, starts CMS and player, pairs, and resolves when the screen is synced. */
export async function startDemoProvince(
  options: { publish?: boolean } = {},
): Promise<DemoProvince> {
  const folder = await mkdtemp(join(tmpdir(), 'bang-tin-e2e-'))
  const [cmsPort, screenPort] = await Promise.all([freePort(), freePort()])
  const env: DemoEnvironment = {
    ...process.env,
    BANGTIN_DATA: folder,
    BANGTIN_PORT: String(cmsPort),
    BANGTIN_PUBLIC_URL: `http://127.0.0.1:${cmsPort}`,
    BANGTIN_SCREEN_PORT: String(screenPort),
    BANGTIN_LOG: 'info',
    DATABASE_URL: '',
  }
  const log: string[] = []
  const onLine = (line: string) => void log.push(line)

  const seeded = await prepareDemo(env)
  let cms: Running = await startDemoCms(env, onLine)
  const startPlayer = () =>
    startDemoPlayer(env, cms.url, { shell: 'none', onLine })
  let player: Running = await startPlayer()
  await pairDemoScreen(cms.url, seeded, player.child)
  const publish = async () => {
    await publishDemo(env, cms.url, seeded)
    await whenSynced(cms.url, seeded)
  }
  if (options.publish === false) await whenSynced(cms.url, seeded)
  else await publish()

  const sessions = new Map<string, Promise<ApiSession>>()
  return {
    demo: seeded,
    publish,
    folder,
    cmsUrl: cms.url,
    screenUrl: () => player.url,
    as: (username) => {
      // Hashing a password takes a while on purpose; one sign-in is enough.
      const session =
        sessions.get(username) ?? signInAs(cms.url, seeded, username)
      sessions.set(username, session)
      return session
    },
    stopCms: (how = 'polite') => end(cms, how),
    startCms: async () => {
      cms = await startDemoCms(env, onLine)
    },
    stopPlayer: (how = 'polite') => end(player, how),
    startPlayer: async () => {
      player = await startPlayer()
    },
    log,
    stop: async () => {
      await end(player, 'polite')
      await end(cms, 'polite')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function end(running: Running, how: 'cut' | 'polite'): Promise<void> {
  if (how === 'cut' && running.child.pid) {
    process.kill(running.child.pid, 'SIGKILL')
    await running.child.ended
    return
  }
  await running.child.stop()
}
