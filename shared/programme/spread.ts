/**
 * The order of one cycle: every item as often as its weight says, spread as
 * evenly as whole showings can be.
 */

/** What spreading needs to know; the rest of the item rides along. */
export type Weighted = { id: string; order: number; weight: number }

/** Ascending `order`, ties by id in code units: the same on every machine. */
export function byOrder(
  a: { id: string; order: number },
  b: { id: string; order: number },
): number {
  return a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/**
 * One cycle of `items`, each `weight` times. In any beginning of the cycle the
 * count of each differs from its exact share by less than one.
 *
 * The k-th of w showings among W may stand at slots ⌊kW/w⌋ … ⌈(k+1)W/w⌉−1
 * (k from 0); the earliest due goes first. Such windows can always be kept
 * (proportionate fairness: Baruah, Cohen, Plaxton, Varvel 1996), however ties
 * are broken: here rather not the one just shown, then by order.
 */
export function spreadByWeight<T extends Weighted>(items: readonly T[]): T[] {
  const waiting = [...items].sort(byOrder).map((item) => ({ item, done: 0 }))
  const total = waiting.reduce((sum, { item }) => sum + item.weight, 0)
  const cycle: T[] = []
  for (let slot = 0; slot < total; slot++) {
    const next = nextToShow(waiting, slot, total, cycle.at(-1))
    if (!next) break
    next.done++
    cycle.push(next.item)
  }
  return cycle
}

type Waiting<T> = { item: T; done: number }

function nextToShow<T extends Weighted>(
  waiting: readonly Waiting<T>[],
  slot: number,
  total: number,
  justShown: T | undefined,
): Waiting<T> | undefined {
  let best: Waiting<T> | undefined
  let soonest = Infinity
  for (const entry of waiting) {
    const { done, item } = entry
    const { weight } = item
    if (done === weight || Math.floor((done * total) / weight) > slot) continue
    const due = Math.ceil(((done + 1) * total) / weight)
    if (due < soonest || (due === soonest && best?.item === justShown)) {
      soonest = due
      best = entry
    }
  }
  return best
}
