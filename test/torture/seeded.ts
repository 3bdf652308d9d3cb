/** Chance that can be had again: the same seed gives the same run. */
export type Seeded = {
  /** 0 inclusive to 1 exclusive. */
  unit(): number
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number
  pick<T>(from: readonly T[]): T
  chance(probability: number): boolean
}

/** mulberry32: small, fast, and good enough to choose faults by. */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0
  const unit = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (from: number, to: number) =>
    from + Math.floor(unit() * (to - from + 1))
  return {
    unit,
    int,
    pick: <T>(from: readonly T[]) => from[int(0, from.length - 1)] as T,
    chance: (probability) => unit() < probability,
  }
}
