/**
 * What a refusal may tell. Decided once: outside the areas a person serves, a
 * thing is not found, byte for byte as one that never was; inside them, an act
 * that the person's roles do not hold is forbidden.
 */
import type { Endpoint } from '../../../shared/contract/endpoints.js'
import type { ErrorCode } from '../../../shared/contract/errors.js'
import { AppError } from '../../../shared/kernel/app-error.js'
import type { Actor } from '../rooms/accounts/actor.js'
import type { Refusal } from '../rooms/accounts/permissions.rules.js'
import type { RefusedAct } from '../rooms/audit/record-refusal.js'

/** The code that says the thing of the path is not there; null without one. */
export function ownNotFound(endpoint: Endpoint): ErrorCode | null {
  if (!endpoint.path.includes(':')) return null
  return endpoint.errors.find((code) => code.endsWith('.not_found')) ?? null
}

/** The refusal as the caller may know it. */
export function toldOutside(endpoint: Endpoint, error: unknown): unknown {
  if (!(error instanceof AppError)) return error
  const own = ownNotFound(endpoint)
  const { refusal, ...details } = error.details
  if (own !== null && (error.code === own || isHidden(refusal)))
    return new AppError(own, {}, error)
  if (refusal === undefined) return error
  return new AppError(error.code, details, error)
}

const RECORDED: readonly ErrorCode[] = [
  'auth.forbidden',
  'auth.second_factor_required',
  'auth.password_change_required',
]

/** The refusal as the audit keeps it; null when it is none of that kind. */
export function refusedAct(
  endpoint: Endpoint & { name: string },
  params: Record<string, string>,
  error: unknown,
): RefusedAct | null {
  if (!(error instanceof AppError) || !RECORDED.includes(error.code))
    return null
  const { act, refusal } = error.details
  const kind = ownNotFound(endpoint)?.split('.')[0]
  const id = Object.values(params)[0]
  return {
    code: error.code,
    act: typeof act === 'string' ? act : null,
    subject:
      kind === undefined || id === undefined
        ? { kind: 'endpoint', id: endpoint.name }
        : { kind, id },
    areaId: (refusal as Refusal | undefined)?.areaId ?? null,
    endpoint: endpoint.name,
  }
}

/** Machines are not people: what they lack is a fault of setting up. */
export const isRecorded = (actor: Actor): boolean => actor.kind !== 'machine'

function isHidden(refusal: unknown): boolean {
  return (refusal as Refusal | undefined)?.hidden === true
}
