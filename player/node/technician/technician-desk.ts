/*
 * What a technician before the glass may do, once the PIN was right. Nothing
 * here touches the programme: only the box, its network and its address.
 */
import {
  cmsAddressSchema,
  openTechnicianSchema,
  technicianOrderSchema,
  type TechnicianAct,
  type TechnicianAnswer,
  type TechnicianOpened,
  type TechnicianRefusal,
  type TechnicianView,
} from '../../../shared/contract/technician.js'
import { timeAnswerSchema } from '../../../shared/contract/screen-link.js'
import type { Log } from '../../../shared/kernel/log.js'
import type { Clock } from '../../../shared/kernel/clock.js'
import type { Player } from '../../core/player.js'
import type { Machine, Randomness, Transport } from '../../core/ports.js'
import type { BoxSetupStore } from './box-setup.js'
import { saveLogBundle } from './log-bundle.js'
import type { LogKeeper } from './log-keeper.js'
import type { NetworkManager, NetworkOutcome } from './box-network.js'
import type { PinGate } from './pin-gate.js'

export type DeskDeps = {
  gate: PinGate
  player: Pick<Player, 'facts'>
  machine: Machine
  clock: Clock
  random: Randomness
  setup: BoxSetupStore
  /** The address the box was started with. */
  startedWith: string | null
  transportTo(address: string): Promise<Pick<Transport, 'getTime'>>
  network: NetworkManager
  logs: LogKeeper | null
  /** Where logs go when there is no stick. */
  logFolder: string
  /** Folders of the sticks in the box. */
  sticks(): Promise<string[]>
  ejectStick(folder: string): Promise<boolean>
  freeBytes(): Promise<number>
  /** Starts the player anew from the disk. */
  restart(what: 'core' | 'coreAndWindow'): void
  /** Ends the kiosk; absent: this shell cannot. */
  leave?: (() => void) | undefined
  log: Log
}

export type TechnicianDesk = {
  /** Null: not what the contract says. */
  open(payload: unknown): Promise<TechnicianOpened | null>
  act(payload: unknown): Promise<TechnicianAnswer | null>
}

const refuse = (
  reason: TechnicianRefusal,
  more: Partial<Extract<TechnicianAnswer, { ok: false }>> = {},
): TechnicianAnswer => ({ ...more, ok: false, reason })

/** The desk of one box. */
export function createTechnicianDesk(deps: DeskDeps): TechnicianDesk {
  return {
    async open(payload) {
      const parsed = openTechnicianSchema.safeParse(payload)
      if (!parsed.success) return null
      const opened = await deps.gate.open(parsed.data.pin)
      deps.log.warn(
        { outcome: opened.ok ? 'in' : opened.reason },
        'technician at the glass',
      )
      return opened
    },
    async act(payload) {
      const parsed = technicianOrderSchema.safeParse(payload)
      if (!parsed.success) return null
      const { session, order } = parsed.data
      if (!deps.gate.isOpen(session)) return refuse('no_session')
      if (order.act !== 'look') deps.log.warn({ act: order.act }, 'technician')
      return actOn(deps, order)
    },
  }
}

async function actOn(
  deps: DeskDeps,
  order: TechnicianAct,
): Promise<TechnicianAnswer> {
  switch (order.act) {
    case 'look':
      return { ok: true, view: await viewOf(deps) }
    case 'set_cms':
      return setCms(deps, order.address)
    case 'list_wifi': {
      const wifi = await deps.network.listWifi()
      return wifi ? { ok: true, wifi } : refuse('no_network_manager')
    }
    case 'join_wifi':
      return networkAnswer(await deps.network.joinWifi(order.wifi))
    case 'set_wired':
      return networkAnswer(await deps.network.setWired(order.wired))
    case 'save_logs':
      return saveLogs(deps)
    case 'eject':
      return eject(deps)
    case 'restart':
      deps.gate.close()
      deps.restart('coreAndWindow')
      return { ok: true }
    case 'leave':
      if (!deps.leave) return refuse('not_here')
      deps.gate.close()
      deps.leave()
      return { ok: true }
    case 'close':
      deps.gate.close()
      return { ok: true }
  }
}

async function viewOf(deps: DeskDeps): Promise<TechnicianView> {
  const { machine } = deps
  return {
    ...(await deps.player.facts()),
    version: machine.version,
    platform: machine.platform,
    host: machine.host,
    memoryBytes: machine.memoryBytes(),
    uptimeSeconds: machine.uptimeSeconds(),
    diskFreeBytes: await deps.freeBytes(),
    network: {
      addresses: machine.addresses(),
      manager: await deps.network.isThere(),
    },
    troubles: deps.logs?.troubles() ?? [],
    sticks: (await deps.sticks()).length,
  }
}

/** Tried before it is kept: a slip of a key must not cost a drive up there. */
async function setCms(
  deps: DeskDeps,
  typed: string,
): Promise<TechnicianAnswer> {
  const parsed = cmsAddressSchema.safeParse(typed)
  if (!parsed.success) return refuse('bad_address')
  const address = parsed.data
  const transport = await deps.transportTo(address)
  const answer = await transport.getTime(deps.random.id())
  if (!answer.ok) {
    const { trouble, detail } = answer
    return refuse('not_a_cms', {
      ...(trouble ? { trouble } : {}),
      detail: detail.slice(0, 300),
    })
  }
  if (!timeAnswerSchema.safeParse(answer.value).success)
    return refuse('not_a_cms')
  const insteadOf = deps.startedWith
  const stored = await deps.setup.setCms({ address, insteadOf })
  if (!stored.ok) return refuse('not_kept', { detail: stored.detail })
  deps.restart('core')
  return { ok: true }
}

function networkAnswer(outcome: NetworkOutcome): TechnicianAnswer {
  if (outcome.ok) return { ok: true }
  if (outcome.missing) return refuse('no_network_manager')
  return refuse('network_refused', { detail: outcome.detail })
}

async function saveLogs(deps: DeskDeps): Promise<TechnicianAnswer> {
  const sticks = await deps.sticks()
  const saved = await saveLogBundle(
    { view: await viewOf(deps), logs: deps.logs, now: deps.clock.now() },
    [
      ...sticks.map((folder) => ({ folder, onStick: true })),
      { folder: deps.logFolder, onStick: false },
    ],
  )
  return saved ? { ok: true, ...saved } : refuse('not_kept')
}

async function eject(deps: DeskDeps): Promise<TechnicianAnswer> {
  const sticks = await deps.sticks()
  if (sticks.length === 0) return refuse('no_stick')
  for (const folder of sticks)
    if (!(await deps.ejectStick(folder))) return refuse('not_ejected')
  return { ok: true }
}
