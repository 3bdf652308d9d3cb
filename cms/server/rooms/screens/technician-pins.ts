/* The PIN by which a technician is let in at the glass. */
import type {
  SetTechnicianPin,
  TechnicianPinView,
} from '../../../../shared/contract/api/technician.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import { hashPin } from '../../../../shared/seal/pin-hash.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from '../accounts/actor.js'
import { requireMay } from '../accounts/permissions.rules.js'
import type { AreaRepository } from '../areas/area.repository.js'
import { loadAreaTree } from './area-tree.js'
import type { ProgrammeKeeper, TouchProgramme } from './programme.port.js'
import type { ScreenRepository } from './screen.repository.js'
import {
  pinFor,
  type TechnicianPinRepository,
} from './technician-pin.repository.js'

type Deps = {
  areas: Pick<AreaRepository, 'list'>
  screens: Pick<ScreenRepository, 'find' | 'listPlaced'>
  technicianPins: Pick<TechnicianPinRepository, 'list'>
  programme: ProgrammeKeeper
  clock: Clock
  inTransaction: InTransaction<{
    technicianPins: Pick<TechnicianPinRepository, 'save' | 'remove'>
    touchProgramme: TouchProgramme
    recordAct: RecordAct
  }>
}

type Place = { kind: 'screen' | 'area'; id: string }

/**
 * Whose PIN holds at this place, never the PIN. Throws screen.not_found,
 * area.not_found, auth.forbidden.
 */
export async function viewTechnicianPin(
  deps: Deps,
  actor: Actor,
  place: Place,
): Promise<TechnicianPinView> {
  const { path, tree } = await placeOf(deps, place)
  requireMay(actor, 'screen.read', path)
  const pin = pinFor(await deps.technicianPins.list(), place.id, path)
  if (!pin) return { from: 'nobody', setAt: null, areaName: null }
  const areaName = pin.kind === 'area' ? tree.nameOf(pin.placeId) : null
  const from = pin.placeId === place.id ? 'here' : 'above'
  return { from, setAt: pin.setAt, areaName }
}

/**
 * Sets the PIN of a screen or of every screen below an area, or takes it away
 * (null: what is above holds). Sealed anew at once. Throws as above.
 */
export async function setTechnicianPin(
  deps: Deps,
  actor: Actor,
  { place, pin }: SetTechnicianPin,
): Promise<TechnicianPinView> {
  const { path } = await placeOf(deps, place)
  requireMay(actor, 'screen.change', path)
  const hash = pin === null ? null : await hashPin(pin)
  const { id: placeId, kind } = place
  await deps.inTransaction(async (tx) => {
    if (hash === null) await tx.technicianPins.remove(placeId)
    else {
      const setAt = isoNow(deps.clock)
      await tx.technicianPins.save({ placeId, kind, hash, setAt })
    }
    await tx.touchProgramme()
    await tx.recordAct(actor, {
      act: hash === null ? 'technician_pin.removed' : 'technician_pin.set',
      subject: { kind, id: placeId },
      areaId: path.at(-1) ?? null,
      details: {},
    })
  })
  await deps.programme.refresh(await screensAt(deps, place))
  return viewTechnicianPin(deps, actor, place)
}

async function placeOf(deps: Deps, place: Place) {
  const tree = await loadAreaTree(deps)
  if (place.kind === 'area') {
    if (!tree.find(place.id))
      throw new AppError('area.not_found', { id: place.id })
    return { tree, path: tree.pathOf(place.id) }
  }
  const screen = await deps.screens.find(place.id)
  if (!screen) throw new AppError('screen.not_found', { id: place.id })
  return { tree, path: tree.pathOf(screen.areaId) }
}

async function screensAt(deps: Deps, place: Place): Promise<string[]> {
  if (place.kind === 'screen') return [place.id]
  const tree = await loadAreaTree(deps)
  return (await deps.screens.listPlaced())
    .filter(({ areaId }) => tree.pathOf(areaId).includes(place.id))
    .map(({ id }) => id)
}
