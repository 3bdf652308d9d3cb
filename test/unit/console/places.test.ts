import { expect } from 'chai'
import { treeRows } from '../../../cms/console/ui/places/area-tree.rules.js'
import {
  screensOf,
  toggleArea,
  toggleScreen,
} from '../../../cms/console/ui/places/audience.rules.js'
import {
  countByHealth,
  screensToShow,
} from '../../../cms/console/features/screens/screens.rules.js'
import type { AreaView } from '../../../shared/contract/api/areas.js'
import type {
  ScreenHealth,
  ScreenView,
} from '../../../shared/contract/api/screens.js'

const area = (id: string, parentId: string | null, name: string): AreaView => ({
  id,
  parentId,
  kind: 'commune',
  name,
  code: null,
  screenCount: 1,
  validUntil: null,
  tags: [],
  version: 1,
})
const screen = (
  id: string,
  areaId: string,
  name: string,
  health: ScreenHealth = 'ok',
): ScreenView => ({
  id,
  settings: {
    name,
    areaId,
    orientation: 'landscape',
    resolutionClass: '1080',
    languages: ['vi'],
    diagonalInches: 55,
    viewingMetres: 4,
    ticker: [],
  },
  areaName: areaId,
  health,
  connected: health === 'ok',
  pairedAt: '2026-01-01T00:00:00Z',
  lastSeenAt: null,
  manifestNumber: 1,
  status: null,
})

const AREAS = [
  area('tinh', null, 'Tỉnh Gia Lai'),
  area('xa1', 'tinh', 'Xã Ia Sơn'),
  area('kep1', 'xa1', 'Làng Kép 1'),
  area('xa2', 'tinh', 'Xã Ia Lốp'),
]
const SCREENS = [
  screen('s1', 'xa1', 'Trụ sở'),
  screen('s2', 'kep1', 'Nhà rông'),
  screen('s3', 'xa2', 'Chợ'),
  screen('s4', 'xa1', 'Cũ', 'revoked'),
]
const names = (screens: ScreenView[]) => screens.map((one) => one.id)

describe('where a bulletin is shown', () => {
  it('leaves revoked screens out', () => {
    const all = { areaIds: ['tinh'], screenIds: ['s4'] }
    expect(names(screensOf(all, AREAS, SCREENS))).to.deep.equal([
      's1',
      's2',
      's3',
    ])
  })

  it('counts a screen once, by its area and by itself', () => {
    const both = { areaIds: ['xa1'], screenIds: ['s2'] }
    expect(names(screensOf(both, AREAS, SCREENS))).to.deep.equal(['s1', 's2'])
  })

  it('lets a ticked area swallow what is below it', () => {
    const before = { areaIds: ['kep1'], screenIds: ['s1', 's3'] }
    expect(toggleArea(before, 'xa1', AREAS, SCREENS)).to.deep.equal({
      areaIds: ['xa1'],
      screenIds: ['s3'],
    })
  })

  it('gives back what it was when ticked twice', () => {
    const start = { areaIds: ['xa2'], screenIds: ['s1'] }
    const once = toggleScreen(start, 's2')
    expect(toggleScreen(once, 's2')).to.deep.equal(start)
    const area = toggleArea(start, 'kep1', AREAS, SCREENS)
    expect(toggleArea(area, 'kep1', AREAS, SCREENS)).to.deep.equal(start)
  })
})

describe('the area tree', () => {
  const rows = (search: string, open: string[] = [], roots: string[] = []) =>
    treeRows({
      areas: AREAS,
      screens: SCREENS,
      roots,
      open: new Set(open),
      search,
    }).map((row) => `${'-'.repeat(row.depth)}${row.id}`)

  it('shows nothing for what is not there', () => {
    expect(rows('zzz')).to.deep.equal([])
  })

  it('opens step by step', () => {
    expect(rows('')).to.deep.equal(['tinh'])
    expect(rows('', ['tinh'])).to.deep.equal(['tinh', '-xa1', '-xa2'])
  })

  it('finds without accents and keeps the way to it', () => {
    expect(rows('kep 1')).to.deep.equal(['tinh', '-xa1', '--kep1', '---s2'])
    expect(rows('cho')).to.deep.equal(['tinh', '-xa2', '--s3'])
  })

  it('starts at the areas a person serves', () => {
    expect(rows('', ['xa1'], ['xa1'])).to.deep.equal(['xa1', '-s1', '-kep1'])
  })
})

describe('the list of screens', () => {
  const some = [
    screen('a', 'xa1', 'Ấp Đông'),
    screen('b', 'xa1', 'Bến xe', 'outdated'),
    screen('c', 'xa1', 'Chợ', 'offline'),
    screen('d', 'xa1', 'Đồn', 'revoked'),
  ]

  it('puts those that need a person first, revoked ones last', () => {
    expect(names(screensToShow(some, ''))).to.deep.equal(['c', 'b', 'a', 'd'])
  })

  it('finds without accents', () => {
    expect(names(screensToShow(some, 'ap dong'))).to.deep.equal(['a'])
  })

  it('counts each state once', () => {
    expect(countByHealth(some).map((one) => one.health)).to.deep.equal([
      'offline',
      'outdated',
      'ok',
      'revoked',
    ])
  })
})
