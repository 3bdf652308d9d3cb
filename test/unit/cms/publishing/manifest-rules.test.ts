import { expect } from 'chai'
import {
  agencyOf,
  issuerOf,
} from '../../../../cms/server/rooms/publishing/agency-words.js'
import {
  contentHash,
  manifestContent,
  numberedManifest,
  type ManifestParts,
} from '../../../../cms/server/rooms/publishing/manifest.rules.js'
import { programmeOf } from '../../../../cms/server/rooms/programmes/programme.rules.js'
import type { Release } from '../../../../cms/server/rooms/programmes/release.repository.js'
import { areaTreeOf } from '../../../../cms/server/rooms/screens/area-tree.js'
import type { Screen } from '../../../../cms/server/rooms/screens/screen.repository.js'
import { manifestSchema } from '../../../../shared/contract/manifest.js'
import type { Notice } from '../../../../shared/contract/notice.js'
import { SETTINGS } from '../../../support/fake-screen.js'

const file = (letter: string) => ({
  sha256: letter.repeat(64),
  sizeBytes: 10,
  mediaType: 'text/html',
})
const screen: Screen = {
  id: 'man-hinh-1',
  settings: SETTINGS,
  areaId: SETTINGS.areaId,
  publicKey: { kty: 'OKP', crv: 'Ed25519', x: 'x'.repeat(43) },
  player: { version: '', platform: '', host: '', width: 1, height: 1 },
  pairedAt: '2026-11-23T00:00:00.000Z',
  revokedAt: null,
  lastSeenAt: null,
  status: null,
  manifestNumber: 0,
  manifestEtag: null,
  builtVersion: -1,
}
const release = (over: Partial<Release> = {}): Release => ({
  id: 'release-1',
  bulletinId: 'bulletin-1',
  revisionId: 'revision-1',
  revisionNumber: 1,
  releasedBy: 'thuy',
  releasedAt: '2026-11-23T00:00:00.000Z',
  contentHash: '',
  loopOrder: 1,
  audience: { areaIds: [SETTINGS.areaId], screenIds: [] },
  item: {
    title: 'Nạo vét',
    category: 'notice',
    owner: 'Xã Ia Sơn',
    frame: 'furnished',
    priority: 'normal',
    weight: 1,
    schedule: {},
  },
  expiresAt: null,
  slides: (['en', 'vi'] as const).flatMap((language) =>
    (['1080', '2160'] as const).map((resolutionClass) => ({
      language,
      resolutionClass,
      sha256: file(language === 'vi' ? 'a' : 'b').sha256,
      slotSeconds: 12,
      files: [file(language === 'vi' ? 'a' : 'b'), file('f')],
    })),
  ),
  ...over,
})
const pathOf = () => [SETTINGS.areaId]
const programmeFor = (languages: ('vi' | 'en' | 'jra')[], live = [release()]) =>
  programmeOf({ ...screen, languages, resolutionClass: '1080' }, live, pathOf)
const notice = (id: string, screens: string[]): Notice => ({
  kind: 'notice',
  protocol: 1,
  id,
  version: 1,
  issuedAt: '2026-11-23T00:00:00.000Z',
  startsAt: '2026-11-23T00:00:00.000Z',
  expiresAt: '2026-11-23T01:00:00.000Z',
  level: 4,
  drill: false,
  title: 'Lũ',
  issuer: 'UBND',
  screens,
  slides: [
    {
      language: 'vi',
      sha256: file('c').sha256,
      sizeBytes: 10,
      slotSeconds: 10,
    },
  ],
})
const parts = (over: Partial<ManifestParts> = {}): ManifestParts => ({
  screen,
  programme: programmeFor(['vi']),
  furniture: { frame: file('d'), holding: file('e'), assets: [file('f')] },
  notices: [],
  recalls: [],
  noticeKit: [file('1')],
  ...over,
})

describe('the programme of a screen', () => {
  it('leaves out what is for others', () => {
    const other = release({ audience: { areaIds: ['khac'], screenIds: [] } })
    expect(programmeFor(['vi'], [other]).items).to.deep.equal([])
  })

  it('has the slides of its class in the order of its languages', () => {
    const [item] = programmeFor(['en', 'vi']).items
    expect(item?.slides.map(({ language }) => language)).to.deep.equal([
      'en',
      'vi',
    ])
  })

  it('keeps one slide of what it cannot read, so that it can say why', () => {
    expect(programmeFor(['jra']).items[0]?.slides).to.have.length(1)
  })
})

describe('a manifest', () => {
  it('fits the contract and names each file once', () => {
    const content = manifestContent(parts())
    const manifest = numberedManifest(content, 7, Date.now())
    manifestSchema.parse(manifest)
    const names = manifest.files.map(({ sha256 }) => sha256[0])
    expect(names).to.deep.equal(['1', 'a', 'd', 'e', 'f'])
  })

  it('has the same content whenever it is built, and another when it differs', () => {
    const hash = (over = {}) => contentHash(manifestContent(parts(over)))
    expect(hash()).to.equal(hash())
    expect(hash({ programme: programmeFor(['en']) })).to.not.equal(hash())
  })

  it('names no other screen of a notice or a recall', () => {
    const recall = {
      kind: 'recall' as const,
      protocol: 1,
      id: 'recall-1',
      issuedAt: '2026-11-23T00:00:00.000Z',
      target: { kind: 'release' as const, id: 'release-9' },
      screens: ['man-hinh-2', screen.id],
    }
    const content = manifestContent(
      parts({
        notices: [
          {
            notice: notice('cho-ta', ['man-hinh-2', screen.id]),
            files: [file('c')],
          },
          { notice: notice('cho-ho', ['man-hinh-2']), files: [file('9')] },
        ],
        recalls: [recall],
      }),
    )
    expect(content.notices.map(({ id }) => id)).to.deep.equal(['cho-ta'])
    expect(JSON.stringify(content)).to.not.include('man-hinh-2')
    const files = content.files.map(({ sha256 }) => sha256[0])
    expect(files).to.include('c').and.to.not.include('9')
  })
})

describe('who speaks on a screen', () => {
  const tree = areaTreeOf(
    (
      [
        ['nuoc', 'country', 'Việt Nam', []],
        ['tinh', 'province', 'Tỉnh Gia Lai', ['nuoc']],
        ['xa', 'commune', 'Xã Ia Sơn', ['nuoc', 'tinh']],
        ['nha', 'site', 'Nhà rông', ['nuoc', 'tinh', 'xa']],
      ] as const
    ).map(([id, kind, name, above]) => ({
      id,
      kind,
      name,
      parentId: above.at(-1) ?? null,
      path: [...above, id],
      validFrom: '0001-01-01',
      validUntil: null,
      version: 1,
      tags: [],
    })),
  )

  it('is the authority of the commune it stands in', () => {
    expect(agencyOf(tree, 'nha', 'vi')).to.deep.equal({
      agency: 'Ủy ban nhân dân xã Ia Sơn',
      parentAgency: 'Tỉnh Gia Lai',
    })
  })

  it('is the province where no commune stands between', () => {
    expect(agencyOf(tree, 'tinh', 'vi')).to.deep.equal({
      agency: 'Ủy ban nhân dân tỉnh Gia Lai',
      parentAgency: '',
    })
  })

  it('is called in short at the foot of a notice', () => {
    expect(issuerOf(tree, 'nha')).to.equal('UBND xã Ia Sơn')
  })
})
