import { recallPushSchema } from '../../../shared/contract/screen-link.js'
import { sha256Hex } from '../../../shared/seal/hash.js'
import { openRecall } from '../../../shared/seal/open.js'
import type { TakeDeps } from './take-notice.js'

/**
 * Takes a pushed recall: off the glass at once, then durable. What it takes
 * back need not have arrived yet. Never throws for bad input.
 */
export async function takeRecall(
  deps: TakeDeps,
  payload: unknown,
): Promise<void> {
  const push = recallPushSchema.safeParse(payload)
  if (!push.success)
    return deps.refuse('recall', 'malformed', 'the push is not of our protocol')
  const opts = { screenId: deps.screenId, now: deps.clock.now() }
  const keyring = deps.programme.parts().keyring ?? (await deps.freshKeyring())
  if (!keyring) return deps.refuse('recall', 'unknown_key', 'no keyring yet')
  let opened = await openRecall(push.data.sealed, { ...opts, keyring })
  if (!opened.ok && opened.reason === 'unknown_key') {
    const fresh = await deps.freshKeyring()
    if (fresh)
      opened = await openRecall(push.data.sealed, { ...opts, keyring: fresh })
  }
  if (!opened.ok) return deps.refuse('recall', opened.reason, opened.detail)
  const recall = opened.value

  const known = deps.programme.parts().recalls
  if (known.some((inline) => inline.recall.id === recall.id)) return
  const bytes = new TextEncoder().encode(push.data.sealed)
  const sealed = await sha256Hex(bytes)
  deps.programme.set({ recalls: [...known, { recall, sealed }] })
  deps.log.info({ recallId: recall.id }, 'recall taken')
  const stored = await deps.files.put(sealed, bytes)
  const kept = stored.ok
    ? await deps.state.change((now) => ({
        ...now,
        orders: [...now.orders, { kind: 'recall', sealed }],
      }))
    : stored
  if (!kept.ok) deps.refuse('recall', 'disk_full', kept.detail)
}
