import { z } from 'zod'
import {
  roleSchema,
  type Role,
} from '../../../../shared/contract/api/accounts.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import { newId } from '../../db/new-id.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import type { Actor, RecordAct } from './actor.js'
import type { Authentication } from './authentication.js'
import { requireGoodPassword } from './password.rules.js'
import { requireMay } from './permissions.rules.js'
import type { PersonRepository } from './person.repository.js'

export type CreateAccount = {
  /** 2–40 of a–z, 0–9, dot and underscore; kept in lower case. */
  userName: string
  displayName: string
  post?: string
  password: string
  grants: readonly {
    role: Role
    areaId: string
    from?: string | null
    until?: string | null
  }[]
}

type Deps = {
  authentication: Pick<Authentication, 'hashPassword'>
  clock: Clock
  /** Ids from the root to the area; throws `area.not_found`. */
  areaPathOf(areaId: string): Promise<string[]>
  inTransaction: InTransaction<{
    people: Pick<PersonRepository, 'add' | 'addGrant' | 'findByUserName'>
    recordAct: RecordAct
  }>
}

const inputSchema = z.object({
  userName: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9_.]{2,40}$/),
  displayName: z.string().trim().min(1).max(200),
  post: z.string().trim().max(200).default(''),
  grants: z.array(z.object({ role: roleSchema })),
})

/**
 * Makes an account with its grants, all or nothing, and returns the person's
 * id. Throws `auth.forbidden` unless the actor looks after people in every
 * granted area, `account.weak_password`, `account.name_taken`,
 * `area.not_found`, `request.invalid`.
 */
export async function createAccount(
  deps: Deps,
  actor: Actor,
  input: CreateAccount,
): Promise<string> {
  const parsed = inputSchema.safeParse(input)
  if (!parsed.success) throw new AppError('request.invalid')
  const { userName, displayName, post } = parsed.data
  for (const grant of input.grants)
    requireMay(actor, 'account.manage', await deps.areaPathOf(grant.areaId))
  requireMay(actor, 'system.operate')
  requireGoodPassword(input.password, userName)
  const passwordHash = await deps.authentication.hashPassword(input.password)
  const createdAt = isoNow(deps.clock)
  const id = newId()
  await deps.inTransaction(async ({ people, recordAct }) => {
    if ((await people.findByUserName(userName)) !== null)
      throw new AppError('account.name_taken', { userName })
    await people.add({
      id,
      userName,
      displayName,
      post,
      passwordHash,
      createdAt,
    })
    for (const grant of input.grants)
      await people.addGrant({ ...grant, personId: id, createdAt })
    await recordAct(actor, {
      act: 'account.created',
      subject: { kind: 'account', id },
      details: { userName, displayName, grants: input.grants },
    })
  })
  return id
}
