import type { Sentences } from '../copy.js'

export const tokensErrors = {
  'token.not_found': [
    'Không có khóa API này, hoặc khóa thuộc nơi bạn không phụ trách. Tải lại danh sách rồi chọn lại.',
  ],
  'token.bad_expiry': [
    'Hạn dùng của khóa API phải sau lúc này và không quá một năm. Chọn lại ngày hết hạn.',
  ],
  'token.too_much': [
    'Khóa API xin nhiều hơn quyền bạn đang có, hoặc xin việc chỉ người mới được làm. Bớt vai trò, thu hẹp địa bàn rồi tạo lại.',
  ],
  'token.too_many': [
    'Đã có {max} khóa API còn hạn. Thu hồi khóa không dùng nữa rồi tạo lại.',
    'Đã có quá nhiều khóa API còn hạn. Thu hồi khóa không dùng nữa rồi tạo lại.',
  ],
} as const satisfies Sentences
