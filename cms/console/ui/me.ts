import { createContext, use } from 'react'
import type { MeView, Role } from '../../../shared/contract/api/accounts.js'

export const MeContext = createContext<MeView | null>(null)

/** The signed-in person; throws where nobody is signed in. */
export function useMe(): MeView {
  const me = use(MeContext)
  if (!me) throw new Error('nobody is signed in')
  return me
}

/** The areas over which the person has one of these roles. */
export function areasWhere(me: MeView, ...roles: Role[]): string[] {
  return [
    ...new Set(
      me.grants
        .filter((grant) => roles.includes(grant.role))
        .map((grant) => grant.areaId),
    ),
  ]
}
