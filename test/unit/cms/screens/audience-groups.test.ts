import { expect } from 'chai'
import fc from 'fast-check'
import { covers } from '../../../../cms/server/rooms/screens/audience.rules.js'

const PATHS: Record<string, string[]> = {
  xa1: ['tinh', 'xa1'],
  xa2: ['tinh', 'xa2'],
  lang: ['tinh', 'xa1', 'lang'],
}
const pathOf = (areaId: string) => PATHS[areaId] ?? []
const audience = { areaIds: [], screenIds: [], groupIds: ['nhom'] }

describe('a group in an audience', () => {
  it('covers nobody while it is not said who speaks', () => {
    const screen = {
      id: 'm',
      areaId: 'xa1',
      revokedAt: null,
      groupIds: ['nhom'],
    }
    expect(covers(audience, screen, pathOf)).to.equal(false)
  })

  it('covers exactly its members below the area that speaks', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(PATHS)),
        fc.constantFrom('tinh', 'xa1', 'xa2', 'lang', 'khac'),
        fc.subarray(['nhom', 'khác']),
        fc.boolean(),
        (areaId, groupsWithin, groupIds, revoked) => {
          const screen = {
            id: 'm',
            areaId,
            revokedAt: revoked ? '2026-01-01' : null,
            groupIds,
          }
          expect(
            covers({ ...audience, groupsWithin }, screen, pathOf),
          ).to.equal(
            !revoked &&
              groupIds.includes('nhom') &&
              pathOf(areaId).includes(groupsWithin),
          )
        },
      ),
    )
  })
})
