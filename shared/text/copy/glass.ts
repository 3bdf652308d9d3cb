/** How a fault on the glass is told to an author: what, where, on which glass. */
import type { Orientation } from '../../contract/primitives.js'

export type GlassFault = {
  kind: 'CLIP' | 'OVER' | 'FLOOR' | 'SAFE' | 'CONTRAST'
  text: string
  orientation: Orientation
  textStep: number
}

const WHAT: Record<GlassFault['kind'], { vi: string; en: string }> = {
  CLIP: { vi: 'bị cắt mất chữ', en: 'is cut' },
  OVER: { vi: 'tràn ra ngoài khung', en: 'runs out of its box' },
  FLOOR: {
    vi: 'nhỏ hơn cỡ chữ tối thiểu',
    en: 'is smaller than the smallest size allowed',
  },
  SAFE: {
    vi: 'quá sát mép, tivi có thể che mất',
    en: 'stands in the margin that a television may cut',
  },
  CONTRAST: {
    vi: 'quá nhạt so với nền, khó đọc',
    en: 'is too pale on its ground to be read',
  },
}

const GLASS = {
  vi: { landscape: 'màn hình ngang', portrait: 'màn hình dọc' },
  en: { landscape: 'landscape screens', portrait: 'portrait screens' },
} as const

/** “Cấp đổi sổ đỏ”: bị cắt mất chữ, màn hình dọc, cỡ chữ ×1,3. Rút gọn lại. */
export function glassSentence(fault: GlassFault, language: 'vi' | 'en') {
  const { text, orientation, textStep } = fault
  const step = String(textStep)
  const glass = GLASS[language][orientation]
  const what = WHAT[fault.kind][language]
  return language === 'vi'
    ? `“${text}” ${what} trên ${glass}, cỡ chữ ×${step.replace('.', ',')}. Hãy viết ngắn lại hoặc bớt dòng.`
    : `“${text}” ${what} on ${glass}, text size ×${step}. Shorten it or take lines out.`
}
