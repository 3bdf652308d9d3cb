/** Manifests and their files for tests of the stage, without any server. */
import { createHash } from 'node:crypto'
import type { Manifest } from '../../../shared/contract/manifest.js'
import type { Notice } from '../../../shared/contract/notice.js'
import { slide } from '../frame/slide-samples.js'

export const SCREEN_ID = 'screen-1'
/** Two past ten, where a loop of 20 s slides begins, a Monday, in Asia/Ho_Chi_Minh. */
export const MORNING = Date.parse('2026-11-23T03:02:00.000Z')

export type SampleFiles = Map<string, string>

/** Keeps a document under its hash and answers the hash. */
export function keep(files: SampleFiles, html: string): string {
  const sha256 = createHash('sha256').update(html).digest('hex')
  files.set(sha256, html)
  return sha256
}

/** A plain coloured slide with a word on it. */
export function colouredSlide(word: string, colour: string): string {
  return slide(
    `<h1 class="word">${word}</h1>`,
    `body{background:${colour}}.word{position:absolute;left:120px;top:120px;font-size:96px}`,
  )
}

const FURNITURE = slide(
  '<header><b data-live="time"></b> <i data-live="solar-date"></i> ' +
    '<i data-live="lunar-date"></i></header>' +
    '<div class="bar"><i data-live="progress"></i></div>' +
    '<footer><span data-live="ticker" data-fit="32,36"></span> ' +
    '<span data-live="ticker-count"></span> <span data-live="as-of"></span></footer>',
  'header{position:absolute;inset:0 0 auto 0;height:148px;background:#fff;padding:40px 96px}' +
    '.bar{position:absolute;left:0;right:0;bottom:104px;height:8px}' +
    '.bar i{display:block;height:100%;background:#9c1320}' +
    'footer{position:absolute;inset:auto 0 0 0;height:104px;background:#3f070c;color:#fff;padding:10px 96px}',
)

export type SampleItem = {
  id: string
  html: string
  seconds: number
  frame?: 'furnished' | 'full'
  expiresAt?: string
}

/** A manifest that plays these slides in this order, round and round. */
export function sampleManifest(
  files: SampleFiles,
  items: readonly SampleItem[],
  number = 1,
): Manifest {
  return {
    kind: 'manifest',
    protocol: 1,
    number,
    issuedAt: new Date(MORNING - 3_600_000).toISOString(),
    staleAfter: '2099-01-01T00:00:00.000Z',
    screen: {
      id: SCREEN_ID,
      name: 'Nhà văn hóa làng Kép',
      areaId: 'area-1',
      timeZone: 'Asia/Ho_Chi_Minh',
      orientation: 'landscape',
      resolutionClass: '1080',
      languages: ['vi'],
      textStep: 1,
    },
    furniture: {
      frame: keep(files, FURNITURE),
      holding: keep(files, colouredSlide('Bảng tin', '#e9dfcc')),
      ticker: ['Nộp thuế đất trước 30/11', 'Tiêm phòng cho trẻ thứ Bảy'],
    },
    items: items.map((item, order) => ({
      id: item.id,
      releaseId: `release-${item.id}`,
      bulletinId: `bulletin-${item.id}`,
      title: item.id,
      category: 'notice',
      owner: 'UBND xã',
      frame: item.frame ?? 'furnished',
      priority: 'normal',
      weight: 1,
      order,
      schedule: item.expiresAt ? { expiresAt: item.expiresAt } : {},
      slides: [
        {
          language: 'vi',
          sha256: keep(files, item.html),
          slotSeconds: item.seconds,
        },
      ],
    })),
    notices: [],
    recalls: [],
    files: [],
  }
}

/** An urgent notice in force from `from` to `to` (ms). */
export function sampleNotice(
  files: SampleFiles,
  html: string,
  [from, to]: readonly [number, number],
): Notice {
  return {
    kind: 'notice',
    protocol: 1,
    id: 'notice-1',
    version: 1,
    issuedAt: new Date(from).toISOString(),
    startsAt: new Date(from).toISOString(),
    expiresAt: new Date(to).toISOString(),
    level: 4,
    drill: false,
    title: 'Sơ tán ngay',
    issuer: 'UBND tỉnh',
    screens: [SCREEN_ID],
    slides: [
      {
        language: 'vi',
        sha256: keep(files, html),
        sizeBytes: html.length,
        slotSeconds: 20,
      },
    ],
  }
}
