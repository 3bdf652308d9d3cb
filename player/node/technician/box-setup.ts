/*
 * What belongs to the box and not to the screen: the PIN of its installation
 * and the address a technician set on the glass. It survives a new pairing.
 */
import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import {
  boxSetupSchema,
  type BoxSetup,
} from '../../../shared/contract/technician.js'
import type { Log } from '../../../shared/kernel/log.js'
import { hashPin } from '../../../shared/seal/pin-hash.js'
import type { Stored } from '../../core/ports.js'
import { documentStore } from '../document-store.js'
import { writeDurably } from '../durable-write.js'

const NONE: BoxSetup = { format: 1, pin: null, cms: null }
const PIN_DIGITS = 8
/** Where a box that nobody installed by script says its PIN. */
export const PIN_FILE = 'technician-pin.txt'

export type BoxSetupStore = {
  get(): BoxSetup
  /** Makes a PIN, keeps its hash, and returns the PIN itself: once. */
  makePin(): Promise<{ pin: string; stored: Stored }>
  setCms(cms: BoxSetup['cms']): Promise<Stored>
}

/** Reads `setup.json` in the player's folder. */
export async function openBoxSetup(
  folder: string,
  log: Log,
): Promise<BoxSetupStore> {
  const store = documentStore(join(folder, 'setup.json'), {
    schema: boxSetupSchema,
    mode: 0o600,
    log,
  })
  let setup = (await store.load()) ?? NONE
  const keep = async (next: BoxSetup): Promise<Stored> => {
    setup = next
    const stored = await store.save(next)
    // Twice, so that the copy beside it says the same.
    return stored.ok ? store.save(next) : stored
  }
  return {
    get: () => setup,
    async makePin() {
      const pin = String(randomInt(10 ** PIN_DIGITS)).padStart(PIN_DIGITS, '0')
      const hash = await hashPin(pin)
      return { pin, stored: await keep({ ...setup, pin: hash }) }
    },
    setCms: (cms) => keep({ ...setup, cms }),
  }
}

/** The address in force: the one set last, on the glass or at the start. */
export function cmsAddressOf(
  setup: BoxSetup,
  started: string | null,
): string | null {
  const { cms } = setup
  return cms && cms.insteadOf === started ? cms.address : started
}

/**
 * A box that was not installed by the script makes its own PIN at the first
 * start and leaves it where only its own user can read it.
 */
export async function ensurePin(
  setup: BoxSetupStore,
  folder: string,
  log: Log,
): Promise<void> {
  if (setup.get().pin !== null) return
  const { pin, stored } = await setup.makePin()
  if (!stored.ok) return log.warn(stored, 'PIN of the box could not be kept')
  const path = join(folder, PIN_FILE)
  await writeDurably(path, `${pin}\n`, { mode: 0o600 }).catch((err: unknown) =>
    log.warn({ err, path }, 'PIN of the box not written'),
  )
}
