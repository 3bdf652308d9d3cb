/** Constructs what takes files out of the inbox folder, where one is set. */
import { mkdir } from 'node:fs/promises'
import type { composeMedia } from './compose-media.js'
import type { Core } from './core.js'
import { newId } from './db/new-id.js'
import { watchInbox } from './jobs/watch-inbox.js'
import { inboxLedgerRepository } from './rooms/connectors/inbox/inbox-ledger.repository.js'
import { leaseRepository } from './rooms/connectors/inbox/lease.repository.js'
import { takeInboxFile } from './rooms/connectors/inbox/take-inbox-file.js'

const LEASE = 'inbox'
/** Longer than any one file takes; renewed before each. */
const LEASE_MS = 10 * 60_000

/** Watches until the returned stop. */
export async function startInbox(
  core: Core,
  media: ReturnType<typeof composeMedia>,
): Promise<() => Promise<void>> {
  const { inbox } = core.config
  if (inbox === null) return async () => undefined
  await mkdir(inbox.folder, { recursive: true })
  const { db } = core.database
  const log = core.log.child({ room: 'inbox' })
  const leases = leaseRepository(db)
  const holder = newId()
  const deps = { ...core, ...media, ledger: inboxLedgerRepository(db), log }
  const watching = watchInbox({
    folder: inbox.folder,
    log,
    hold: () => {
      const now = core.clock.now()
      const until = now + LEASE_MS
      return leases.take({ name: LEASE, holder, now, until })
    },
    take: async (path) => {
      const area =
        inbox.areaId === null
          ? await core.areas.findRoot()
          : await core.areas.find(inbox.areaId)
      if (area === null) throw new Error('the area of the inbox is not there')
      await takeInboxFile(deps, path, area.id)
    },
  })
  return async () => {
    await watching.stop()
    await leases.release(LEASE, holder)
  }
}
