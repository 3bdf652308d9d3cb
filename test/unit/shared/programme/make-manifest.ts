import fc from 'fast-check'
import type {
  Manifest,
  ProgrammeItem,
} from '../../../../shared/contract/manifest.js'
import type { Notice, Recall } from '../../../../shared/contract/notice.js'
import type { Schedule } from '../../../../shared/contract/schedule.js'
import { PROTOCOL_VERSION } from '../../../../shared/contract/version.js'

/** Manifests for tests: factories fill what a test does not ask for. */

export const SCREEN = 'screen-0001'
export const HASH = 'a'.repeat(64)
const ISSUED = '2026-03-01T00:00:00.000Z'

export const ms = (instant: string) => Date.parse(instant)
export const iso = (instant: number) => new Date(instant).toISOString()

export function makeItem(asked: Partial<ProgrammeItem> = {}): ProgrammeItem {
  const id = asked.id ?? 'item-1'
  return {
    id,
    releaseId: `release-${id}`,
    bulletinId: `bulletin-${id}`,
    title: `Bản tin ${id}`,
    category: 'notice',
    owner: 'UBND xã Ia Sơn',
    frame: 'furnished',
    priority: 'normal',
    weight: 1,
    order: 0,
    schedule: {},
    slides: [{ language: 'vi', sha256: HASH, slotSeconds: 20 }],
    ...asked,
  }
}

export function makeNotice(asked: Partial<Notice> = {}): Notice {
  return {
    kind: 'notice',
    protocol: PROTOCOL_VERSION,
    id: 'notice-1',
    version: 1,
    issuedAt: '2026-03-11T00:00:00.000Z',
    startsAt: '2026-03-11T00:00:00.000Z',
    expiresAt: '2026-03-11T06:00:00.000Z',
    level: 2,
    drill: false,
    title: 'Lũ trên sông Ba',
    issuer: 'Ban Chỉ huy Phòng thủ dân sự',
    screens: [SCREEN],
    slides: [
      { language: 'vi', sha256: HASH, sizeBytes: 1000, slotSeconds: 15 },
    ],
    ...asked,
  }
}

export function makeRecall(
  target: Recall['target'],
  asked: Partial<Recall> = {},
): Recall {
  return {
    kind: 'recall',
    protocol: PROTOCOL_VERSION,
    id: 'recall-1',
    issuedAt: ISSUED,
    target,
    screens: [SCREEN],
    ...asked,
  }
}

export function makeManifest(
  asked: Partial<Omit<Manifest, 'screen'>> & {
    screen?: Partial<Manifest['screen']>
  } = {},
): Manifest {
  return {
    kind: 'manifest',
    protocol: PROTOCOL_VERSION,
    number: 1,
    issuedAt: ISSUED,
    staleAfter: '2026-04-01T00:00:00.000Z',
    furniture: { frame: HASH, holding: HASH, ticker: [] },
    items: [],
    notices: [],
    recalls: [],
    files: [{ sha256: HASH, sizeBytes: 1000, mediaType: 'text/html' }],
    ...asked,
    screen: {
      id: SCREEN,
      name: 'Nhà văn hóa xã',
      areaId: 'area-0001',
      timeZone: 'Asia/Ho_Chi_Minh',
      orientation: 'landscape',
      resolutionClass: '1080',
      languages: ['vi', 'en'],
      textStep: 1,
      ...asked.screen,
    },
  }
}

const FIRST = ms('2026-02-20T00:00:00Z')
const LAST = ms('2026-04-10T00:00:00Z')

/** Any millisecond of seven weeks around both changes of European clocks. */
export const anyInstant = fc.integer({ min: FIRST, max: LAST })

const anyTime = fc.integer({ min: 0, max: 47 }).map((half) => clock(half * 30))
const anyDaypart = fc.record({
  from: anyTime,
  to: fc.oneof(anyTime, fc.constant('24:00')),
})
const anyWindow = fc
  .tuple(anyInstant, fc.integer({ min: 1, max: 10 * 86_400_000 }))
  .map(([from, length]) => ({ from: iso(from), to: iso(from + length) }))

/** Every kind of schedule, each bound there or not. */
export const anySchedule: fc.Arbitrary<Schedule> = fc.record(
  {
    notBefore: anyInstant.map(iso),
    expiresAt: anyInstant.map(iso),
    windows: fc.array(anyWindow, { maxLength: 3 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }),
    dayparts: fc.array(anyDaypart, { maxLength: 3 }),
  },
  { requiredKeys: [] },
)

const anySlide = fc.record({
  language: fc.constantFrom('vi' as const, 'en' as const, 'jra' as const),
  sha256: fc.constant(HASH),
  slotSeconds: fc.integer({ min: 1, max: 90 }),
})

/** Items with distinct ids; `schedule` to hold for all of them. */
export function anyItems(
  schedule: fc.Arbitrary<Schedule> = anySchedule,
  maxLength = 6,
): fc.Arbitrary<ProgrammeItem[]> {
  const item = fc.record({
    priority: fc.constantFrom('normal' as const, 'priority' as const),
    weight: fc.integer({ min: 1, max: 10 }),
    order: fc.integer({ min: 0, max: 3 }),
    schedule,
    slides: fc.array(anySlide, { minLength: 1, maxLength: 3 }),
  })
  return fc
    .array(item, { maxLength })
    .map((items) =>
      items.map((asked, index) => makeItem({ id: `item-${index}`, ...asked })),
    )
}

const anyScreens = fc.constantFrom<string[]>(
  [SCREEN],
  [SCREEN, 'screen-0002'],
  ['screen-0002'],
)

const anyNotice = fc
  .record({
    id: fc.constantFrom('notice-a', 'notice-b', 'notice-c'),
    version: fc.integer({ min: 1, max: 3 }),
    level: fc.integer({ min: 0, max: 5 }),
    drill: fc.boolean(),
    startsAt: anyInstant.map(iso),
    slides: fc.array(
      anySlide.map((slide) => ({ ...slide, sizeBytes: 1000 })),
      { minLength: 1, maxLength: 3 },
    ),
    screens: anyScreens,
  })
  .map((asked) =>
    makeNotice({
      ...asked,
      issuedAt: asked.startsAt,
      expiresAt: iso(ms(asked.startsAt) + 20 * 3_600_000),
    }),
  )

const anyRecall = fc
  .tuple(
    fc.oneof(
      fc.record({
        kind: fc.constant('release' as const),
        id: fc.constantFrom('release-item-0', 'release-item-1'),
      }),
      fc.record({
        kind: fc.constant('notice' as const),
        id: fc.constantFrom('notice-a', 'notice-b'),
        version: fc.integer({ min: 1, max: 3 }),
      }),
    ),
    anyScreens,
  )
  .map(([target, screens]) => makeRecall(target, { screens }))

/** Whole manifests: items, notices, recalls, in three time zones. */
export const anyManifest: fc.Arbitrary<Manifest> = fc
  .record({
    items: anyItems(),
    notices: fc.array(anyNotice, { maxLength: 4 }),
    recalls: fc.array(anyRecall, { maxLength: 2 }),
    timeZone: fc.constantFrom(
      'Asia/Ho_Chi_Minh',
      'Europe/Berlin',
      'America/New_York',
    ),
  })
  .map(({ timeZone, ...asked }) =>
    makeManifest({ ...asked, screen: { timeZone } }),
  )

function clock(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
