import type { Sentences } from '../copy.js'

export const areasErrors = {
  'area.not_found': [
    'Không tìm thấy địa bàn này. Có thể đơn vị đã đổi tên hoặc sáp nhập; chọn lại trong danh sách.',
  ],
} as const satisfies Sentences
