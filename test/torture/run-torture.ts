/*
 * The torture run: round after round of faults on a real player, and after
 * each the glass must show exactly what the pure function says for what the
 * CMS sealed. Faults, their order and their sizes come from the seed; only the
 * instants at which the machine runs them are its own.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pairByHand } from '../integration/player/player-on-node.js'
import { startBadNetwork } from './bad-network.js'
import {
  ACTS,
  FAULTS,
  FAULT_NAMES,
  heal,
  type FaultName,
  type World,
} from './faults.js'
import { seeded, type Seeded } from './seeded.js'
import { TortureCms } from './torture-cms.js'
import { buildPlayerProgram, torturedPlayer } from './tortured-player.js'
import { watchGlass, type Glass } from './watch-glass.js'

export type TortureResult = {
  rounds: number
  faults: Map<FaultName, number>
  acts: number
  violations: { round: number; what: string }[]
  /** From all being well again to the right programme, ms, per round. */
  settledMs: number[]
}

type Options = {
  rounds: number
  seed: number
  onRound?: (round: number, doing: string) => void
  onViolation?: (round: number, what: string) => void
}

const SETTLE_MS = 40_000
const LOOK_MS = 25

/** Runs the rounds. Violations are told, not thrown. */
export async function runTorture(options: Options): Promise<TortureResult> {
  const folder = await mkdtemp(join(tmpdir(), 'bang-tin-torture-'))
  const result: TortureResult = {
    rounds: 0,
    faults: new Map(),
    acts: 0,
    violations: [],
    settledMs: [],
  }
  const random = seeded(options.seed)
  const cms = await TortureCms.start(random)
  const line = await startBadNetwork(() => cms.double.port)
  const dataFolder = join(folder, 'player')
  await pairByHand(dataFolder, cms.double)
  await cms.release()
  const player = torturedPlayer(await buildPlayerProgram(folder), {
    dataFolder,
    cmsUrl: line.url,
  })
  let round = 0
  let hasPlayed = false
  let glass: Glass | null = null
  const violated = (what: string) => {
    options.onViolation?.(round, what)
    if (result.violations.length < 200) result.violations.push({ round, what })
  }
  const world: World = {
    random,
    cms,
    line,
    player,
    dataFolder,
    clockJumpMs: 0,
    disk: 'none',
    async powerCut() {
      glass?.close()
      await player.kill()
    },
    async boot() {
      const url = await player.start(world)
      glass = watchGlass(url, { cms, hasPlayed: () => hasPlayed, violated })
    },
  }
  const settle = async () => {
    const began = performance.now()
    let why: string | null = 'not looked'
    while (performance.now() - began < SETTLE_MS) {
      why = (await glass?.whyNot(cms, world.clockJumpMs)) ?? null
      if (why === null) {
        hasPlayed = true
        return void result.settledMs.push(performance.now() - began)
      }
      await new Promise((done) => setTimeout(done, LOOK_MS))
    }
    violated(`not settled: ${why}`)
  }

  try {
    await world.boot()
    await settle()
    for (round = 1; round <= options.rounds; round += 1) {
      const doing = await oneRound(world, result)
      options.onRound?.(round, doing.join(', '))
      await heal(world)
      await settle()
      result.rounds = round
    }
  } finally {
    await world.powerCut()
    await line.stop()
    await cms.double.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return result
}

/** One to four faults and what the office does, with short waits between. */
async function oneRound(
  world: World,
  result: TortureResult,
): Promise<string[]> {
  const { random, cms } = world
  const names = Array.from({ length: random.int(1, 4) }, () =>
    random.pick(FAULT_NAMES),
  )
  const doing: string[] = []
  for (const name of names) {
    for (const act of actsOf(random)) {
      doing.push(act)
      await ACTS[act](cms)
      result.acts += 1
    }
    await pause(random.int(0, 80))
    doing.push(name)
    try {
      await FAULTS[name](world)
    } catch (error) {
      // A player that cannot start on a broken disk is started again later.
      if (!String(error).includes('ended by itself')) throw error
    }
    result.faults.set(name, (result.faults.get(name) ?? 0) + 1)
    await pause(random.int(0, 200))
  }
  return doing
}

function actsOf(random: Seeded): (keyof typeof ACTS)[] {
  return random.chance(0.6)
    ? [random.pick(['release', 'release', 'notice', 'recall'] as const)]
    : []
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms))
}
