/* What can happen to a box in a hall. Each fault is mended by `heal`. */
import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BadNetwork } from './bad-network.js'
import type { DiskFault } from './disk-faults.js'
import type { Seeded } from './seeded.js'
import type { TortureCms } from './torture-cms.js'
import type { TorturedPlayer } from './tortured-player.js'

export type World = {
  random: Seeded
  cms: TortureCms
  line: BadNetwork
  player: TorturedPlayer
  dataFolder: string
  clockJumpMs: number
  disk: DiskFault
  /** Line, clock and disk stay as they are. */
  powerCut(): Promise<void>
  boot(): Promise<void>
}

const MINUTE = 60_000
const DAY = 24 * 3_600_000

/** A byte of a file of this folder becomes another one. */
async function flip(world: World, folder: string, like: RegExp): Promise<void> {
  const names = (await readdir(folder)).filter((name) => like.test(name)).sort()
  if (names.length === 0) return
  const path = join(folder, world.random.pick(names))
  const bytes = await readFile(path)
  if (bytes.length === 0) return
  const at = world.random.int(0, bytes.length - 1)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << world.random.int(0, 7))
  await writeFile(path, bytes)
}

async function damageDocument(world: World, name: string): Promise<void> {
  const path = join(world.dataFolder, name)
  const damage = world.random.pick(['cut', 'empty', 'flip', 'gone'] as const)
  const length = (await readFile(path).catch(() => Buffer.alloc(0))).length
  if (length === 0) return
  if (damage === 'cut') await truncate(path, world.random.int(1, length - 1))
  if (damage === 'empty') await truncate(path, 0)
  if (damage === 'gone') await rm(path, { force: true })
  if (damage === 'flip')
    await flip(world, world.dataFolder, new RegExp(`^${name}$`))
}

const disk = (fault: DiskFault) => async (world: World) => {
  world.disk = fault
  world.player.order({ disk: fault })
}

const jump = (choose: (random: Seeded) => number) => async (world: World) => {
  world.clockJumpMs = choose(world.random)
  world.player.order({ clockJumpMs: world.clockJumpMs })
}

export type Fault = (world: World) => Promise<void>

export const FAULTS = {
  kill: async (world) => {
    await world.powerCut()
    await world.boot()
  },
  'kill, damaged state': async (world) => {
    await world.powerCut()
    await damageDocument(world, 'state.json')
    await world.boot()
  },
  'kill, both states damaged': async (world) => {
    await world.powerCut()
    await damageDocument(world, 'state.json')
    await damageDocument(world, 'state.json.last-good')
    await world.boot()
  },
  'kill, damaged journal': async (world) => {
    await world.powerCut()
    await damageDocument(world, 'journal.json')
    await world.boot()
  },
  'kill, damaged identity': async (world) => {
    await world.powerCut()
    await damageDocument(world, 'identity.json')
    await world.boot()
  },
  'kill, clock in 1970': async (world) => {
    await world.powerCut()
    world.clockJumpMs = -Date.now() + world.random.int(0, DAY)
    await world.boot()
  },
  'damaged cache': (world) =>
    flip(world, join(world.dataFolder, 'files'), /^[0-9a-f]{64}$/),
  'lost cache file': async (world) => {
    const folder = join(world.dataFolder, 'files')
    const names = (await readdir(folder)).filter((n) => n.length === 64).sort()
    if (names.length > 0)
      await rm(join(folder, world.random.pick(names)), { force: true })
  },
  'damaged half file': (world) =>
    flip(world, join(world.dataFolder, 'files', 'parts'), /\.part$/),
  'full disk': disk('full'),
  'read-only disk': disk('read_only'),
  'disk errors': disk('io'),
  'clock set a little': jump((r) => r.int(-30, 30) * MINUTE),
  'clock set far': jump((r) => r.int(-3000, 3000) * DAY),
  'cut line': async ({ line }) => line.set({ kind: 'cut' }),
  'breaking line': async ({ line, random }) =>
    line.set({ kind: 'breaks', afterBytes: random.int(200, 200_000) }),
  'slow line': async ({ line, random }) =>
    line.set({ kind: 'slow', bytesPerSecond: random.int(20_000, 400_000) }),
  'silent line': async ({ line }) => line.set({ kind: 'silent' }),
  'captive portal': async ({ line }) => line.set({ kind: 'captive' }),
  'noisy line': async ({ line, random }) =>
    line.set({ kind: 'noisy', everyBytes: random.int(500, 20_000) }),
  'cms restart': ({ cms }) => cms.restart(),
  forgery: ({ cms }) => cms.forge(),
  'wrong file bytes': async ({ cms }) => {
    cms.double.wrongBytes = Buffer.from('không phải tệp này')
  },
} satisfies Record<string, Fault>

export type FaultName = keyof typeof FAULTS
export const FAULT_NAMES = Object.keys(FAULTS) as FaultName[]

/** What the office does meanwhile. */
export const ACTS = {
  release: (cms: TortureCms) => cms.release(),
  notice: (cms: TortureCms) => cms.warn(),
  recall: (cms: TortureCms) => cms.recall(),
} as const

/** Everything around the screen is well again; the screen must find out. */
export async function heal(world: World): Promise<void> {
  world.line.set({ kind: 'good' })
  world.cms.double.wrongBytes = null
  world.cms.double.cutAt = null
  await disk('none')(world)
  if (!world.player.running()) await world.boot()
}
