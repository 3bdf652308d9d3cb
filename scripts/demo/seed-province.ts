/**
 * The demo's areas and people: Gia Lai's real 135 communes and wards since
 * 01/07/2025, and three people of one commune. Goes through the use cases, so
 * every line is in the audit.
 */
import { silentLog } from '../../shared/kernel/log.js'
import { compose } from '../../cms/server/compose.js'
import { parseConfig } from '../../cms/server/config/config.js'
import { SYSTEM_ACTOR } from '../../cms/server/rooms/accounts/actor.js'
import { createAccount } from '../../cms/server/rooms/accounts/create-account.js'
import type { Demo } from './demo-file.js'
import { seedGiaLai } from './gialai-areas.js'

type Environment = Record<string, string | undefined>

/** Seeds an empty data folder. Opens and closes everything it needs. */
export async function seedProvince(
  environment: Environment,
  demo: Demo,
): Promise<void> {
  const cms = await compose({
    config: parseConfig(environment),
    log: silentLog,
  })
  try {
    const { provinceId, communes } = await seedGiaLai(cms.core)
    const communeId = communes.get(demo.commune) ?? provinceId
    for (const person of people(communeId, provinceId)) {
      const account = demo.accounts.find(
        (one) => one.username === person.userName,
      )
      if (!account) throw new Error(`the demo has no ${person.userName}`)
      await createAccount(cms.core, SYSTEM_ACTOR, {
        ...person,
        password: account.password,
      })
    }
  } finally {
    await cms.stop()
  }
}

function people(communeId: string, provinceId: string) {
  return [
    {
      userName: 'ha',
      displayName: 'Nguyễn Thị Hà',
      post: 'Công chức Văn hóa – Xã hội',
      grants: [{ role: 'author', areaId: communeId }],
    },
    {
      userName: 'thuy',
      displayName: 'Nguyễn Thị Thanh Thủy',
      post: 'Phó Chủ tịch UBND xã',
      grants: [
        { role: 'approver', areaId: communeId },
        { role: 'duty', areaId: communeId },
      ],
    },
    {
      userName: 'quantri',
      displayName: 'Trần Quốc Việt',
      post: 'Quản trị hệ thống tỉnh',
      grants: [
        { role: 'administrator', areaId: provinceId },
        { role: 'technician', areaId: provinceId },
      ],
    },
  ] satisfies Omit<Parameters<typeof createAccount>[2], 'password'>[]
}
