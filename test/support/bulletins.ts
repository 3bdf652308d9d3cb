/** Bulletins and notices that tests write, complete where a test says nothing. */
import type {
  BulletinView,
  CreateBulletin,
} from '../../shared/contract/api/bulletins.js'
import type { CreateNotice } from '../../shared/contract/api/notices.js'
import type { CmsClient } from './cms-client.js'
import { AREAS } from './start-cms.js'

/** An official notice of the commune for all its screens. */
export function officialNotice(
  over: Partial<CreateBulletin> & { words?: string } = {},
): CreateBulletin {
  const { words = 'Nạo vét kênh mương', ...changed } = over
  return {
    ownerAreaId: AREAS.commune,
    title: words,
    templateId: 'official-notice',
    fields: {
      vi: {
        title: words,
        issuer: 'UBND xã Ia Sơn',
        number: '27/TB-UBND',
        issuedOn: '2026-11-20',
        subject: 'Về việc nạo vét kênh mương trước mùa mưa',
        body: 'Mỗi hộ cử một người, mang theo cuốc, xẻng.',
        signer: 'Chủ tịch',
      },
    },
    audience: { areaIds: [AREAS.commune], screenIds: [] },
    schedule: {},
    priority: 'normal',
    weight: 1,
    ...changed,
  }
}

/** A flood warning, level 4, for the whole commune, an hour long. */
export function floodWarning(over: Partial<CreateNotice> = {}): CreateNotice {
  return {
    level: 4,
    fields: {
      vi: {
        hazardIcon: 'flood',
        hazard: 'Lũ trên sông Ba',
        action: 'Sơ tán ngay!',
        advice: [
          { icon: 'run', title: 'Đi ngay', text: 'Các hộ ven sông' },
          { icon: 'shelter', title: 'Đến nơi cao', text: 'Trường THCS' },
        ],
        phone: '112',
      },
    },
    ownerAreaId: AREAS.commune,
    audience: { areaIds: [AREAS.commune], screenIds: [] },
    expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    ...over,
  }
}

/** Written by one, released by another. */
export async function releasedBulletin(
  author: CmsClient,
  approver: CmsClient,
  bulletin: CreateBulletin = officialNotice(),
): Promise<BulletinView> {
  const { id } = await author.call('createBulletin', { body: bulletin })
  await author.call('submitBulletin', { params: { id } })
  return releaseSeen(approver, id)
}

/** Approves what the approver sees, as the console does. */
export async function releaseSeen(
  approver: CmsClient,
  id: string,
): Promise<BulletinView> {
  const params = { id }
  const { contentHash } = await approver.call('getApproval', { params })
  return approver.call('releaseBulletin', { params, body: { contentHash } })
}

/** A well-formed hash of nothing that was ever seen. */
export const UNSEEN = '0'.repeat(64)
