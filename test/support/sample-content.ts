import type { ApiSession } from '../../scripts/demo/api-session.js'
import type { CreateBulletin } from '../../shared/contract/api/bulletins.js'
import type { CreateNotice } from '../../shared/contract/api/notices.js'

const HOUR_MS = 3_600_000

/** A short official notice for a whole commune, with `words` as its title. */
export async function simpleBulletin(
  author: ApiSession,
  commune: string,
  words: string,
): Promise<CreateBulletin> {
  const { areas } = await author.call('listAreas')
  const area = areas.find((one) => one.name === commune)
  if (!area) throw new Error(`no area ${commune}`)
  return {
    ownerAreaId: area.id,
    title: words,
    templateId: 'official-notice',
    fields: {
      vi: {
        title: words,
        issuer: 'UBND xã Tây Sơn',
        number: '27/TB-UBND',
        issuedOn: '2026-11-20',
        subject: 'Về việc nạo vét kênh mương trước mùa mưa',
        body: 'Mỗi hộ cử một người, mang theo cuốc, xẻng.',
        signer: 'Chủ tịch',
      },
    },
    audience: { areaIds: [area.id], screenIds: [] },
    schedule: {},
    priority: 'normal',
    weight: 1,
  }
}

/** A flood warning, level 4, for the first screen; `words` name the hazard. */
export async function urgentNotice(
  duty: ApiSession,
  words: string,
  minutes = 60,
): Promise<CreateNotice> {
  const { screens } = await duty.call('listScreens')
  const [screen] = screens
  if (!screen) throw new Error('no screen is paired')
  return {
    level: 4,
    fields: {
      vi: {
        hazardIcon: 'flood',
        hazard: words,
        action: 'Sơ tán ngay!',
        advice: [
          { icon: 'run', title: 'Đi ngay', text: 'Các hộ ven sông' },
          { icon: 'shelter', title: 'Đến nơi cao', text: 'Trường THCS' },
        ],
        phone: '112',
      },
    },
    ownerAreaId: screen.settings.areaId,
    audience: { areaIds: [], screenIds: [screen.id] },
    expiresAt: new Date(Date.now() + (minutes * HOUR_MS) / 60).toISOString(),
  }
}
