import type { ServerToConsoleEvents } from '../../../../shared/contract/console-link.js'
import type {
  NoticePush,
  RecallPush,
  ReleaseNudge,
} from '../../../../shared/contract/screen-link.js'

export type ConsoleTopic = keyof ServerToConsoleEvents

/**
 * The live channel as rooms see it. Nothing here is trusted to arrive: what
 * matters is in manifests too, so a lost word costs seconds.
 */
export type Announcer = {
  /** Tells screens to pull their manifest, spread over `spreadMs`. */
  nudge(screenIds: readonly string[], nudge: ReleaseNudge): void
  /** Pushes a sealed notice to those of the screens that are connected. */
  pushNotice(screenIds: readonly string[], push: NoticePush): void
  pushRecall(screenIds: readonly string[], push: RecallPush): void
  /** Says goodbye and closes every connection of a screen, on every node. */
  dismiss(screenId: string, reason: 'revoked'): void
  /** Of these screens, those that have a connection now, on any node. */
  connected(screenIds?: readonly string[]): Promise<ReadonlySet<string>>
  /** Nudges consoles; many calls about one thing become a few. */
  tellConsoles(topic: ConsoleTopic, id: string): void
}

/** Hears nothing, says nothing: for use cases run without a live channel. */
export const silentAnnouncer: Announcer = {
  nudge() {},
  pushNotice() {},
  pushRecall() {},
  dismiss() {},
  connected: () => Promise.resolve(new Set()),
  tellConsoles() {},
}

/**
 * How long a pull is spread: politeness grows with the number of screens,
 * 2 ms each, at most five minutes. One screen pulls at once.
 */
export function spreadMsFor(screens: number): number {
  return screens <= 20 ? 0 : Math.min(300_000, screens * 2)
}
