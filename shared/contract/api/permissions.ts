import { z } from 'zod'
import { idSchema } from '../primitives.js'

/**
 * Everything a person may be allowed to do, `thing.verb`. Who may is declared
 * in cms/server/rooms/accounts/permissions.rules.ts.
 */
export const actSchema = z.enum([
  'area.read',
  'area.manage',
  'area.import',
  'group.read',
  'group.manage',
  'account.read',
  'account.manage',
  'token.make',
  'token.manage',
  'audit.read',
  'audit.export',
  'report.read',
  'settings.read',
  'settings.change',
  'media.read',
  'media.upload',
  'media.manage',
  'template.read',
  'template.manage',
  'screen.read',
  'screen.pair',
  'screen.change',
  'screen.command',
  'screen.revoke',
  'screen.hold',
  'bulletin.read',
  'bulletin.write',
  'bulletin.submit',
  'bulletin.return',
  'bulletin.release',
  'bulletin.embargo',
  'bulletin.end_early',
  'bulletin.withdraw',
  'bulletin.correct',
  'notice.read',
  'notice.send',
  'notice.confirm',
  'notice.policy',
  'notice.recall',
  'alert.read',
  'alert.bring',
  'alert.trust',
  'system.operate',
])
export type Act = z.infer<typeof actSchema>

/**
 * Over what the right must be held. `anywhere`: any grant will do. `area`: over
 * the area of the thing. `audience`: over the area of the thing and over every
 * area it is shown in.
 */
export const actWhereSchema = z.enum(['anywhere', 'area', 'audience'])

/** One act that the signed-in person may do. */
export const ownActSchema = z.object({
  act: actSchema,
  where: actWhereSchema,
  /** Tops of the subtrees; empty together with `everywhere`. */
  areaIds: z.array(idSchema),
  everywhere: z.boolean(),
  /** Refused until the person has signed in with a second factor. */
  lacksSecondFactor: z.boolean(),
  /** A grave act: who acts proves it anew when the last proof is old. */
  recentProof: z.boolean(),
})
export type OwnAct = z.infer<typeof ownActSchema>

/** GET /api/v1/me/acts: acts that are not in it are refused everywhere. */
export const ownActsSchema = z.object({ acts: z.array(ownActSchema) })
