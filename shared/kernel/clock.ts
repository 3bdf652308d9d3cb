/** The only source of time. Real code gets `systemClock`, tests a clock they set. */
export type Clock = {
  /** Milliseconds since the Unix epoch. */
  now(): number
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Date.now() }

/** The instant as the wire writes it: ISO-8601, UTC, milliseconds. */
export function isoNow(clock: Clock): string {
  return new Date(clock.now()).toISOString()
}
