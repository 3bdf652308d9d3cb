/**
 * Gia Lai as the sources state it: 135 communes and wards since 01/07/2025,
 * what each code meant before, the province it was joined from, spellings
 * people use, and the former districts as groups. Nothing else is assumed: no
 * source says which old communes went into which new one, so no edge does.
 */
import { readFile } from 'node:fs/promises'
import { SYSTEM_ACTOR } from '../../cms/server/rooms/accounts/actor.js'
import { createArea } from '../../cms/server/rooms/areas/create-area.js'
import { BEGINNING } from '../../cms/server/rooms/areas/interval.rules.js'
import { mergeAreas } from '../../cms/server/rooms/areas/merge-areas.js'
import { recodeArea } from '../../cms/server/rooms/areas/recode-area.js'
import { groupRepository } from '../../cms/server/rooms/screens/group.repository.js'
import { createGroup } from '../../cms/server/rooms/screens/save-group.js'
import { screenRepository } from '../../cms/server/rooms/screens/screen.repository.js'
import { createUnitOfWork } from '../../cms/server/db/unit-of-work.js'
import { newId } from '../../cms/server/db/new-id.js'
import type { Core } from '../../cms/server/core.js'

/** The new list of units (QĐ 19/2025/QĐ-TTg) holds from this day. */
const REFORM = '2025-07-01'

/** NQ 1664/NQ-UBTVQH15: the nine communes that stayed as they were. */
const UNCHANGED = new Set(
  'Ia O,Nhơn Châu,Ia Púch,Ia Mơ,Ia Pnôn,Ia Nan,Ia Dom,Ia Chia,Krong'
    .split(',')
    .map((name) => `Xã ${name}`),
)

/** Spellings met in the press and in older lists. */
const SPELLINGS: Readonly<Record<string, string[]>> = {
  'Xã Đak Đoa': ['Đăk Đoa', 'Đắk Đoa'],
  'Xã Kbang': ['KBang', "K'Bang"],
  'Xã Đak Pơ': ['Đăk Pơ'],
  'Xã Al Bá': ['Albá'],
  'Xã Ia Krái': ['Ia Krai'],
  'Xã SRó': ['Sró'],
}

type Unit = { code: string; name: string; formerly: string; district: string }

/** Makes the areas and groups; returns ids of the communes by name. */
export async function seedGiaLai(
  core: Core,
): Promise<{ provinceId: string; communes: ReadonlyMap<string, string> }> {
  const units = await readUnits()
  const { provinceId, joinedId } = await seedProvinces(core)
  const communes = await seedUnits(core, units, { provinceId, joinedId })
  await seedDistrictGroups(core, units, { provinceId, communes })
  return { provinceId, communes }
}

async function seedProvinces(core: Core) {
  const deps = actDeps(core)
  const make = (input: Parameters<typeof createArea>[2]) =>
    createArea(core, SYSTEM_ACTOR, input)
  const provinceId = await make({
    parentId: null,
    kind: 'province',
    name: 'Tỉnh Gia Lai',
    code: '64',
    codeFrom: BEGINNING,
  })
  const joinedId = await make({
    parentId: provinceId,
    kind: 'province',
    name: 'Tỉnh Bình Định',
    code: '52',
    codeFrom: BEGINNING,
  })
  const version = async (id: string) =>
    (await core.areas.find(id))?.version ?? 0
  await mergeAreas(deps, SYSTEM_ACTOR, {
    id: provinceId,
    merge: {
      expectedVersion: await version(provinceId),
      on: REFORM,
      from: [
        {
          areaId: joinedId,
          expectedVersion: await version(joinedId),
          partial: false,
        },
      ],
    },
  })
  await recodeArea(deps, SYSTEM_ACTOR, {
    id: provinceId,
    recode: {
      expectedVersion: await version(provinceId),
      code: '52',
      from: REFORM,
    },
  })
  return { provinceId, joinedId }
}

async function seedUnits(
  core: Core,
  units: readonly Unit[],
  top: { provinceId: string; joinedId: string },
): Promise<Map<string, string>> {
  const districts = new Map<string, string>()
  const communes = new Map<string, string>()
  const gone = { validUntil: REFORM, codeFrom: BEGINNING, codeUntil: REFORM }
  for (const unit of units) {
    const { code, name, formerly, district } = unit
    const isSame = UNCHANGED.has(name)
    if (!isSame) {
      const districtId =
        districts.get(district) ??
        (await createArea(core, SYSTEM_ACTOR, {
          // Codes from 23 on were old Gia Lai's, those before Bình Định's.
          parentId: code < '23' ? top.joinedId : top.provinceId,
          kind: 'district',
          name: district,
          validUntil: REFORM,
        }))
      districts.set(district, districtId)
      await createArea(core, SYSTEM_ACTOR, {
        parentId: districtId,
        kind: 'commune',
        name: formerly,
        code,
        ...gone,
      })
    }
    const id = await createArea(core, SYSTEM_ACTOR, {
      parentId: top.provinceId,
      kind: 'commune',
      name,
      code,
      codeFrom: isSame ? BEGINNING : REFORM,
      validFrom: isSame ? BEGINNING : REFORM,
      aliases: [
        ...(SPELLINGS[name] ?? []),
        ...(isSame && formerly !== name ? [formerly] : []),
      ],
    })
    communes.set(name, id)
  }
  return communes
}

async function seedDistrictGroups(
  core: Core,
  units: readonly Unit[],
  made: { provinceId: string; communes: ReadonlyMap<string, string> },
): Promise<void> {
  const areaIds = new Map<string, string[]>()
  for (const { name, district } of units) {
    const id = made.communes.get(name)
    if (id === undefined) continue
    areaIds.set(district, [...(areaIds.get(district) ?? []), id])
  }
  for (const [district, ids] of areaIds)
    await createGroup(groupDeps(core), SYSTEM_ACTOR, {
      name: `${district} (cũ)`,
      purpose: 'former_district',
      ownerAreaId: made.provinceId,
      members: { by: 'list', areaIds: ids, screenIds: [] },
    })
}

/** There are no screens yet, so nothing has to follow. */
function actDeps(core: Core) {
  return {
    clock: core.clock,
    areasChanged: () => Promise.resolve(),
    inTransaction: createUnitOfWork(core.database.db, (db) => ({
      ...core.writersOf(db),
      touchProgramme: () => Promise.resolve(),
    })),
  }
}

function groupDeps(core: Core) {
  const { db } = core.database
  return {
    ...core,
    newId,
    groups: groupRepository(db),
    screens: screenRepository(db),
    announcer: { tellConsoles: () => undefined },
    programme: { refresh: () => Promise.resolve() },
    inTransaction: createUnitOfWork(db, (writing) => ({
      ...core.writersOf(writing),
      groups: groupRepository(writing),
      touchProgramme: () => Promise.resolve(),
    })),
  }
}

/** code, name, name of that code before, district of that one. */
async function readUnits(): Promise<Unit[]> {
  const table = await readFile(
    new URL('./gialai-units.tsv', import.meta.url),
    'utf8',
  )
  return table
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => {
      const [code = '', name = '', formerly = '', district = ''] =
        line.split('\t')
      // The list was taken from an SQL file, which doubles apostrophes.
      return { code, name, formerly: formerly.replaceAll("''", "'"), district }
    })
}
