import type { PublicJwk } from '../../../../shared/contract/primitives.js'

/** What a screen is given once, when it is claimed, and then pins. */
export type ScreenCredentials = {
  /** The name of the whole installation: its topmost area. */
  organisation(): Promise<string>
  rootKey: PublicJwk
  /** The newest keyring, sealed by the root key. */
  keyring(): Promise<string>
}
