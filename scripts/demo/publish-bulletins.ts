/**
 * The demo's bulletins, written by one person and released by another
 * through the public API, as on any day.
 */
import type { ApiSession } from './api-session.js'
import { demoBulletins } from './bulletins.js'
import { figureBulletins } from './figures.js'
import type { Demo } from './demo-file.js'
import { signInAs } from './sign-in-as.js'

/** Writes, submits and releases them for the demo's commune. */
export async function publishBulletins(
  cmsUrl: string,
  demo: Demo,
): Promise<void> {
  const author = await signInAs(cmsUrl, demo, 'ha')
  const approver = await signInAs(cmsUrl, demo, 'thuy')
  const areaId = await findArea(author, demo.commune)
  const now = Date.now()
  const bulletins = [...demoBulletins(now), ...figureBulletins(now)]
  for (const bulletin of bulletins) {
    const { id } = await author.call('createBulletin', {
      body: {
        ownerAreaId: areaId,
        title: bulletin.title,
        templateId: bulletin.templateId,
        fields: { vi: bulletin.fields },
        audience: { areaIds: [areaId], screenIds: [] },
        schedule: { expiresAt: bulletin.expiresAt },
        priority: bulletin.priority ?? 'normal',
        weight: 1,
        ...(bulletin.basis && { basis: bulletin.basis }),
      },
    })
    await author.call('submitBulletin', { params: { id } })
    const params = { id }
    const { contentHash } = await approver.call('getApproval', { params })
    await approver.call('releaseBulletin', { params, body: { contentHash } })
  }
}

async function findArea(session: ApiSession, name: string): Promise<string> {
  const { areas } = await session.call('listAreas')
  const area = areas.find((one) => one.name === name)
  if (!area) throw new Error(`the demo has no ${name}`)
  return area.id
}
