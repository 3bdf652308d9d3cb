import type { BulletinState } from '../../../../shared/contract/api/bulletins.js'
import {
  stateAfter,
  type BulletinAct,
  type Standing,
} from './bulletin.rules.js'

/** What an act did to the state of a bulletin, for its line in the audit. */
export function stateChange(
  act: BulletinAct,
  now: Standing,
): { before: { state: BulletinState }; after: { state: BulletinState } } {
  return {
    before: { state: now.state },
    after: { state: stateAfter(act, now) },
  }
}
