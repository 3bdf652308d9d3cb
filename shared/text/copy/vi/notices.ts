import type { Sentences } from '../copy.js'

export const noticesErrors = {
  'notice.not_found': ['Không tìm thấy thông báo khẩn này. Tải lại danh sách.'],
  'notice.no_screens': [
    'Thông báo khẩn chưa có màn hình nào để đến. Chọn địa bàn hoặc màn hình.',
  ],
  'notice.bad_expiry': [
    'Giờ kết thúc phải sau lúc này và trong vòng 24 giờ. Chọn lại giờ kết thúc.',
  ],
  'notice.ended': [
    'Thông báo khẩn này đã kết thúc lúc {endedAt}. Cần thì phát thông báo mới.',
    'Thông báo khẩn này đã kết thúc. Cần thì phát thông báo mới.',
  ],
} as const satisfies Sentences
