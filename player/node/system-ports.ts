import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { hostname, networkInterfaces } from 'node:os'
import type { Clock } from '../../shared/kernel/clock.js'
import type { Machine, Randomness, Timers } from '../core/ports.js'

/** Crockford base 32, as the contract's ids are written. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Node's timers. They keep the process alive; stopping clears them. */
export const systemTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, Math.min(ms, 2_147_483_647))
    return () => clearTimeout(timer)
  },
}

/** Runs on whatever anybody does to the machine's clock. */
export const steadyClock: Clock = { now: () => performance.now() }

/** What systemd-timesyncd leaves behind once a server has answered it. */
export function timeSynced(): boolean {
  return existsSync('/run/systemd/timesync/synchronized')
}

export const systemRandom: Randomness = {
  unit: () => randomBytes(4).readUInt32BE() / 2 ** 32,
  id: () => Array.from(randomBytes(20), (byte) => ALPHABET[byte % 32]).join(''),
}

/** This box, running this version of the player. */
export function thisMachine(version: string): Machine {
  return {
    version,
    platform: `${process.platform} ${process.arch}`.slice(0, 80),
    host: hostname().slice(0, 120),
    memoryBytes: () => process.memoryUsage.rss(),
    uptimeSeconds: () => Math.round(process.uptime()),
    addresses: ownAddresses,
  }
}

/** Of every network but the box's own loop; link-local ones lead nowhere. */
function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(
      ({ internal, address }) =>
        !internal && !/^(fe80:|169\.254\.)/.test(address),
    )
    .map(({ address }) => address)
    .slice(0, 8)
}
