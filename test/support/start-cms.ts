/**
 * A whole CMS inside the test's process: real database, real files, real
 * sockets, on a free port and in a folder of its own.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compose, type Cms } from '../../cms/server/compose.js'
import { parseConfig } from '../../cms/server/config/config.js'
import type { Limits } from '../../cms/server/http/rate-limit.js'
import { SYSTEM_ACTOR } from '../../cms/server/rooms/accounts/actor.js'
import {
  createAccount,
  type CreateAccount,
} from '../../cms/server/rooms/accounts/create-account.js'
import { createArea } from '../../cms/server/rooms/areas/create-area.js'
import type { Clock } from '../../shared/kernel/clock.js'
import { silentLog, type Log } from '../../shared/kernel/log.js'
import { cmsClient, type CmsClient } from './cms-client.js'

export const PASSWORD = 'mat-khau-thu-nghiem-1'

/** The areas every test CMS has. */
export const AREAS = {
  province: 'area-gialai',
  commune: 'area-iason',
  other: 'area-pleiku',
} as const

/** Who can sign in. The clerk of another commune is there to be kept out. */
export const PEOPLE = {
  ha: { displayName: 'Rơ Châm Hà', roles: ['author'], area: 'commune' },
  thuy: {
    displayName: 'Nguyễn Thị Thanh Thủy',
    roles: ['approver', 'duty'],
    area: 'commune',
  },
  quantri: {
    displayName: 'Quản trị tỉnh',
    roles: ['administrator', 'technician'],
    area: 'province',
  },
  tinh: {
    displayName: 'Trực tỉnh',
    roles: ['author', 'approver', 'duty'],
    area: 'province',
  },
  binh: {
    displayName: 'Lê Văn Bình',
    roles: ['author', 'approver', 'duty'],
    area: 'other',
  },
  soat: { displayName: 'Ksor Soát', roles: ['auditor'], area: 'province' },
} as const satisfies Record<
  string,
  {
    displayName: string
    roles: readonly CreateAccount['grants'][number]['role'][]
    area: keyof typeof AREAS
  }
>
export type PersonName = keyof typeof PEOPLE

export type RunningCms = {
  url: string
  cms: Cms
  folder: string
  /** Signs in, making the account when it is first asked for. */
  as(person: PersonName): Promise<CmsClient>
  /** Nobody: no cookie. */
  nobody(): CmsClient
  /** The operator of the machine, by the admin token. */
  operator(): CmsClient
  stop(): Promise<void>
}

export type StartCms = {
  env?: Record<string, string>
  databaseUrl?: string | null
  clock?: Clock
  log?: Log
  limits?: Partial<Limits>
  consoleFolder?: string
  /** An existing data folder; it is kept at the stop. */
  folder?: string
}

const GENEROUS: Limits = {
  signIn: 1000,
  signInPerAddress: 1000,
  api: 100_000,
  perPerson: 100_000,
  perToken: 100_000,
}

export async function startCms(options: StartCms = {}): Promise<RunningCms> {
  const folder =
    options.folder ?? (await mkdtemp(join(tmpdir(), 'bangtin-cms-')))
  const config = parseConfig({
    BANGTIN_PORT: '0',
    BANGTIN_DATA: folder,
    BANGTIN_LOG: 'silent',
    // Only tests of the gauge pay for a browser.
    BANGTIN_CHROMIUM: 'none',
    ...(options.databaseUrl ? { DATABASE_URL: options.databaseUrl } : {}),
    ...options.env,
  })
  const cms = await compose({
    config,
    log: options.log ?? silentLog,
    limits: { ...GENEROUS, ...options.limits },
    checkAnswers: true,
    forceMs: 8000,
    ...(options.clock === undefined ? {} : { clock: options.clock }),
    ...(options.consoleFolder === undefined
      ? {}
      : { consoleFolder: options.consoleFolder }),
  })
  await makeAreas(cms)
  const url = await cms.start()
  const nobody = () => cmsClient({ url, headers: {} })
  return {
    url,
    cms,
    folder,
    nobody,
    operator: () =>
      cmsClient({
        url,
        headers: { Authorization: `Bearer ${cms.core.secrets.adminToken}` },
      }),
    async as(person) {
      await makePerson(cms, person)
      return nobody().signIn(person, PASSWORD)
    },
    async stop() {
      await cms.stop()
      if (options.folder === undefined)
        await rm(folder, { recursive: true, force: true })
    },
  }
}

async function makeAreas({ core }: Cms): Promise<void> {
  if ((await core.areas.findRoot()) !== null) return
  const areas = [
    { id: AREAS.province, parentId: null, kind: 'province', name: 'Gia Lai' },
    {
      id: AREAS.commune,
      parentId: AREAS.province,
      kind: 'commune',
      name: 'Xã Ia Sơn',
    },
    {
      id: AREAS.other,
      parentId: AREAS.province,
      kind: 'commune',
      name: 'Phường Pleiku',
    },
  ] as const
  for (const area of areas) await createArea(core, SYSTEM_ACTOR, area)
}

async function makePerson({ core }: Cms, name: PersonName): Promise<void> {
  if ((await core.people.findByUserName(name)) !== null) return
  const { displayName, roles, area } = PEOPLE[name]
  await createAccount(core, SYSTEM_ACTOR, {
    userName: name,
    displayName,
    password: PASSWORD,
    grants: roles.map((role) => ({ role, areaId: AREAS[area] })),
  })
}
