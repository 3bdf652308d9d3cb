/* The player core by itself: memory, cold start without a network, notices. */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { seal } from '../../shared/seal/seal.js'
import { CmsDouble } from '../integration/player/cms-double.js'
import {
  newFolder,
  pairByHand,
  playing,
  removeFolder,
  startTestPlayer,
  withNotice,
} from '../integration/player/player-on-node.js'
import { medianAndP99, type BenchRow } from './bench-row.js'

const ITEMS = 50
const STARTS = 5
const BUNDLE = 'dist/player/main.mjs'
const NOBODY = 'http://127.0.0.1:9'

/** Starts the built player on the folder; ms to its first playing state. */
async function coldStart(folder: string) {
  const began = performance.now()
  const child = spawn(process.execPath, [BUNDLE, '--cms', NOBODY], {
    env: {
      ...process.env,
      BANGTIN_DATA: folder,
      BANGTIN_SCREEN_PORT: '0',
      BANGTIN_LOG: 'silent',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(
    createInterface({ input: child.stdout }),
    'line',
  )) as [string]
  const url = new URL(line.replace('Screen ready: ', ''))
  const cookie = `bangtin_stage_${url.port}=${url.searchParams.get('token')}`
  const events = await fetch(`${url.origin}/stage/events`, {
    headers: { cookie },
  })
  let text = ''
  for await (const chunk of events.body as AsyncIterable<Uint8Array>) {
    text += Buffer.from(chunk).toString('utf8')
    if (text.includes('"kind":"playing"')) break
  }
  return { child, tookMs: performance.now() - began }
}

function residentMiB(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

function emptyNodeMiB(): number {
  const script = 'process.stdout.write(String(process.memoryUsage.rss()))'
  const rss = execFileSync(process.execPath, ['-e', script], {
    encoding: 'utf8',
  })
  return Number(rss) / 1024 / 1024
}

const PUSHES = 40

/** From the CMS's send to the stage's message, on loopback; ms each. */
async function noticeTimes(folder: string, cms: CmsDouble): Promise<number[]> {
  const player = await startTestPlayer(folder, cms.url)
  await player.until(playing(1))
  while (cms.sockets.size === 0)
    await new Promise((resolve) => setTimeout(resolve, 20))
  const tookMs: number[] = []
  for (let i = 0; i < PUSHES; i += 1) {
    const notice = cms.makeNotice(`<html><head></head>${i}</html>`)
    const sealed = await seal('notice', notice, cms.signer)
    const push = { sealed, files: cms.inline(notice) }
    const began = performance.now()
    cms.emit('notice', push)
    await player.until(withNotice(notice.id))
    tookMs.push(performance.now() - began)
  }
  await player.stop()
  return tookMs
}

/** Rows of the bench table. Needs the built player (`npm run build`). */
export async function run(): Promise<BenchRow[]> {
  if (!existsSync(BUNDLE)) throw new Error(`${BUNDLE} is not built`)
  const root = await newFolder()
  const folder = join(root, 'player')
  const cms = await CmsDouble.start()
  try {
    await pairByHand(folder, cms)
    await cms.release(cms.makeManifest(ITEMS))
    const filler = await startTestPlayer(folder, cms.url)
    await filler.until(playing(1))
    await filler.stop()

    const pushMs = await noticeTimes(folder, cms)
    const tookMs: number[] = []
    let resident = 0
    for (let i = 0; i < STARTS; i += 1) {
      const { child, tookMs: one } = await coldStart(root)
      tookMs.push(one)
      if (i === STARTS - 1) {
        await new Promise((resolve) => setTimeout(resolve, 5000))
        resident = residentMiB(child.pid ?? 0)
      }
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    return [
      {
        what: `player core, resident memory, ${ITEMS} items from cache, after 5 s`,
        value: `${resident.toFixed(0)} MiB`,
        baseline: `empty Node ${emptyNodeMiB().toFixed(0)} MiB`,
        aim: '< 120 MB',
      },
      {
        what: 'player core, cold start to first playing state, no network',
        value: medianAndP99(tookMs),
        baseline: '–',
        aim: '< 2 s with the first slide',
      },
      {
        what: 'player core, notice from socket to stage (sealed, inline)',
        value: medianAndP99(pushMs),
        baseline: '–',
        aim: '< 30 ms',
      },
    ]
  } finally {
    await cms.stop()
    await removeFolder(root)
  }
}
