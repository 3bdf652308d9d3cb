import type { Role } from '../../../../shared/contract/api/accounts.js'
import type { Act } from '../../../../shared/contract/api/permissions.js'

/** One role over an area and everything below it, valid now. */
export type ActorGrant = { role: Role; areaId: string }

/** With the instant from which it counts, for the grace of second factors. */
export type DatedGrant = ActorGrant & { since: string }

/** What is missing until all that the grants allow may be done. */
export type ActorLacks = {
  /** The password was chosen by another; nothing goes before an own one. */
  ownPassword: boolean
  /** A role needs a second factor, and this session has shown none. */
  secondFactor: boolean
  /** The last proof of who it is lies too far back for a grave act. */
  recentProof: boolean
}

export const LACKS_NOTHING: ActorLacks = {
  ownPassword: false,
  secondFactor: false,
  recentProof: false,
}

/** Who acts. Made anew for each request, so that a lost grant counts at once. */
export type Actor = {
  id: string
  userName: string
  displayName: string
  /** As on the door: "Phó Chủ tịch UBND xã". */
  post: string
  grants: readonly ActorGrant[]
  /** A person by session, a program by API token, or this machine itself. */
  kind: 'person' | 'token' | 'machine'
  /** The person's own session; absent where there is none. */
  sessionId?: string
  /** The API token a program came with. */
  tokenId?: string
  /** All that the token is for; absent: whatever the grants allow. */
  acts?: readonly Act[]
  lacks: ActorLacks
  /** The operator at the machine itself: may do everything, everywhere. */
  operator: boolean
  /** Network address the act came from, for the audit. */
  address: string | null
}

/** What goes into the audit about one act. */
export type ActLine = {
  /** 'room.done' in the past: 'bulletin.released'. */
  act: string
  subject: { kind: string; id: string }
  areaId?: string | null
  /** Facts that explain the act later. Never secrets. */
  details?: Record<string, unknown>
}

/** Writes the line in the transaction that does the act. */
export type RecordAct = (actor: Actor, line: ActLine) => Promise<void>

/** The one who holds the admin token of this machine. */
export function operatorActor(address: string | null): Actor {
  return {
    id: 'operator',
    userName: 'operator',
    displayName: 'Vận hành hệ thống',
    post: '',
    grants: [],
    kind: 'machine',
    lacks: LACKS_NOTHING,
    operator: true,
    address,
  }
}

/** The CMS acting by itself: jobs and the first start. */
export const SYSTEM_ACTOR: Actor = {
  ...operatorActor(null),
  id: 'system',
  userName: 'system',
  displayName: 'Hệ thống',
}
