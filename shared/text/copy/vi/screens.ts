import type { Sentences } from '../copy.js'

export const screensErrors = {
  'screen.not_found': [
    'Không tìm thấy màn hình này. Tải lại danh sách màn hình.',
  ],
  'screen.revoked': [
    'Màn hình này đã bị ngắt khỏi hệ thống. Muốn dùng lại, hãy ghép lại bằng mã hiện trên đó.',
  ],
  'screen.not_ready': [
    'Màn hình này chưa có bản kê nào. Phát hành một bản tin cho màn hình rồi xem lại.',
  ],
  'pairing.not_found': [
    'Không có màn hình nào đang hiện mã {code}. Nhìn lại màn hình và nhập đủ 6 ký tự.',
    'Không có màn hình nào đang hiện mã này. Nhìn lại màn hình và nhập đủ 6 ký tự.',
  ],
  'pairing.expired': ['Mã đã hết hạn. Nhìn lại màn hình để lấy mã mới.'],
  'pairing.bad_proof': [
    'Màn hình chưa chứng minh được nó giữ khóa của mình. Khởi động lại màn hình để lấy mã mới.',
  ],
  'pairing.too_many': [
    'Có quá nhiều màn hình xin ghép cùng lúc. Chờ vài phút rồi thử lại.',
  ],
} as const satisfies Sentences
