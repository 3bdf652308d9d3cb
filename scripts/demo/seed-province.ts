/**
 * The demo's areas and people: Gia Lai's real 135 communes and wards since
 * 01/07/2025, and three people of one commune. Goes through the use cases, so
 * every line is in the audit.
 */
import { readFile } from 'node:fs/promises'
import { silentLog } from '../../shared/kernel/log.js'
import { compose } from '../../cms/server/compose.js'
import { parseConfig } from '../../cms/server/config/config.js'
import { SYSTEM_ACTOR } from '../../cms/server/rooms/accounts/actor.js'
import { createAccount } from '../../cms/server/rooms/accounts/create-account.js'
import { createArea } from '../../cms/server/rooms/areas/create-area.js'
import type { Demo } from './demo-file.js'

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
    const provinceId = await createArea(cms.core, SYSTEM_ACTOR, {
      parentId: null,
      kind: 'province',
      name: 'Tỉnh Gia Lai',
      code: '52',
    })
    let communeId = provinceId
    for (const unit of await readUnits()) {
      const id = await createArea(cms.core, SYSTEM_ACTOR, {
        parentId: provinceId,
        kind: 'commune',
        ...unit,
      })
      if (unit.name === demo.commune) communeId = id
    }
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

/** code, name, … as the statistics office publishes them. */
async function readUnits(): Promise<{ code: string; name: string }[]> {
  const table = await readFile(
    new URL('./gialai-units.tsv', import.meta.url),
    'utf8',
  )
  return table
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => {
      const [code = '', name = ''] = line.split('\t')
      return { code, name }
    })
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
