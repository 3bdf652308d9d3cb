import { z } from 'zod'
import {
  roleSchema,
  type Role,
} from '../../../../shared/contract/api/accounts.js'
import type { OneTimePassword } from '../../../../shared/contract/api/people.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import { newId } from '../../db/new-id.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from './actor.js'
import type { Authentication } from './authentication.js'
import type { GrantRepository } from './grant.repository.js'
import { NEW_ACCOUNT_MS, newOneTimePassword } from './one-time-password.js'
import { requireGoodPassword } from './password.rules.js'
import { requireGoodDates } from './people.rules.js'
import { requireMay } from './permissions.rules.js'
import type { PersonRepository } from './person.repository.js'
import { nameSkeleton, requireUserName } from './user-name.rules.js'

export type CreateAccount = {
  /** 2–40 of a–z, 0–9, dot and underscore; kept in lower case. */
  userName: string
  displayName: string
  post?: string
  /** The unit they work in; the area of the first role when absent. */
  areaId?: string
  /** Left out: a one-time password is made, which must be changed. */
  password?: string | undefined
  /** How long a one-time password lets in; null: until it is used. */
  expiresInMs?: number | null
  grants: readonly {
    role: Role
    areaId: string
    from?: string | null
    until?: string | null
    note?: string
  }[]
}

type Deps = {
  authentication: Pick<Authentication, 'hashPassword'>
  clock: Clock
  /** Ids from the root to the area; throws `area.not_found`. */
  areaPathOf(areaId: string): Promise<string[]>
  inTransaction: InTransaction<{
    people: Pick<PersonRepository, 'add' | 'list' | 'takeTurn'>
    grants: Pick<GrantRepository, 'addGrant'>
    recordAct: RecordAct
  }>
}

const inputSchema = z.object({
  displayName: z.string().trim().normalize('NFC').min(1).max(200),
  post: z.string().trim().normalize('NFC').max(200).default(''),
  grants: z.array(z.object({ role: roleSchema })),
})

/** The account made; a one-time password only where none was given. */
export type MadeAccount = Omit<OneTimePassword, 'oneTimePassword'> & {
  oneTimePassword: string | null
}

/**
 * Makes an account with its grants, all or nothing. Throws what `requireMay`
 * throws unless the actor looks after people in the unit and every granted
 * area; `account.weak_password`, `account.name_invalid`, `account.name_taken`,
 * `account.name_lookalike`, `account.bad_dates`, `area.not_found`,
 * `request.invalid`.
 */
export async function createAccount(
  deps: Deps,
  actor: Actor,
  input: CreateAccount,
): Promise<MadeAccount> {
  const parsed = inputSchema.safeParse(input)
  if (!parsed.success) throw new AppError('request.invalid')
  const userName = requireUserName(input.userName)
  const { displayName, post } = parsed.data
  const areaId = input.areaId ?? input.grants[0]?.areaId ?? null
  const createdAt = isoNow(deps.clock)
  await requireAreas(deps, actor, input, createdAt)
  const { password, expiresAt, temporary } = await passwordFor(
    deps.clock,
    input,
    userName,
  )
  const passwordHash = await deps.authentication.hashPassword(password)
  const id = newId()
  await deps.inTransaction(async ({ people, grants, recordAct }) => {
    await people.takeTurn()
    refuseTakenName(userName, await people.list())
    await people.add({
      id,
      userName,
      displayName,
      post,
      areaId,
      passwordHash,
      temporaryPassword: temporary,
      passwordExpiresAt: expiresAt,
      createdAt,
    })
    for (const grant of input.grants)
      await grants.addGrant({ ...grant, personId: id, createdAt })
    await recordAct(actor, {
      act: 'account.created',
      subject: { kind: 'account', id },
      areaId,
      details: { userName, displayName, post, grants: input.grants },
    })
  })
  return {
    id,
    userName,
    oneTimePassword: temporary ? password : null,
    expiresAt,
  }
}

async function requireAreas(
  deps: Deps,
  actor: Actor,
  { areaId, grants }: CreateAccount,
  now: string,
): Promise<void> {
  const ids = grants.map((grant) => grant.areaId)
  if (areaId !== undefined) ids.push(areaId)
  for (const id of ids)
    requireMay(actor, 'account.manage', await deps.areaPathOf(id))
  if (ids.length === 0) requireMay(actor, 'account.manage')
  for (const { from = null, until = null } of grants)
    requireGoodDates({ from, until }, now)
}

async function passwordFor(
  clock: Clock,
  { password, expiresInMs = NEW_ACCOUNT_MS }: CreateAccount,
  userName: string,
) {
  if (password !== undefined) {
    await requireGoodPassword(password, userName)
    return { password, temporary: false, expiresAt: null }
  }
  return {
    password: newOneTimePassword(),
    temporary: true,
    expiresAt:
      expiresInMs === null
        ? null
        : new Date(clock.now() + expiresInMs).toISOString(),
  }
}

function refuseTakenName(
  userName: string,
  people: readonly { userName: string }[],
): void {
  const skeleton = nameSkeleton(userName)
  for (const { userName: other } of people) {
    if (other === userName)
      throw new AppError('account.name_taken', { userName })
    if (nameSkeleton(other) === skeleton)
      throw new AppError('account.name_lookalike', { userName: other })
  }
}
