/** The columns of an area list, in and out. */
import type { AreaKind } from '../../../../shared/contract/api/areas.js'
import { foldVietnamese } from '../../../../shared/text/fold.js'
import type { Column } from '../../sheets/read-table.js'

export const AREA_COLUMNS = [
  { key: 'id', titles: ['Mã nội bộ', 'Id'] },
  { key: 'code', titles: ['Mã', 'Mã đơn vị', 'Code'] },
  {
    key: 'name',
    titles: ['Tên', 'Tên đơn vị', 'Tên địa bàn', 'Name'],
    required: true,
  },
  { key: 'kind', titles: ['Loại', 'Cấp', 'Kind'] },
  { key: 'parent', titles: ['Trực thuộc', 'Mã trực thuộc', 'Parent'] },
  /** Of the new name, code or area; empty: the day chosen for the import. */
  { key: 'from', titles: ['Từ ngày', 'From'] },
  { key: 'until', titles: ['Kết thúc ngày', 'Until'] },
  { key: 'aliases', titles: ['Tên khác', 'Aliases'] },
  { key: 'tags', titles: ['Nhãn', 'Tags'] },
] as const satisfies readonly Column<string>[]
export type AreaColumn = (typeof AREA_COLUMNS)[number]['key']

const KIND_WORDS: Record<AreaKind, [string, ...string[]]> = {
  country: ['Trung ương', 'country', 'nước'],
  province: ['Tỉnh', 'province', 'thành phố'],
  district: ['Huyện', 'district', 'thị xã'],
  commune: ['Xã, phường', 'commune', 'xã', 'phường', 'đặc khu', 'thị trấn'],
  village: ['Thôn, làng', 'village', 'thôn', 'làng', 'tổ dân phố', 'khối phố'],
  site: ['Điểm', 'site', 'điểm đặt màn hình'],
}

const KIND_BY_WORD = new Map(
  Object.entries(KIND_WORDS).flatMap(([kind, words]) =>
    words.map((word) => [foldVietnamese(word), kind as AreaKind] as const),
  ),
)

/** The kind a cell means; null for a word we do not know. */
export function readKind(text: string): AreaKind | null {
  return KIND_BY_WORD.get(foldVietnamese(text)) ?? null
}

/** As we write it. */
export function kindWord(kind: AreaKind): string {
  return KIND_WORDS[kind][0]
}
