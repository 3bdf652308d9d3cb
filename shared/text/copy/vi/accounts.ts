import type { Sentences } from '../copy.js'

export const accountsErrors = {
  'account.not_found': [
    'Không tìm thấy tài khoản “{userName}”. Kiểm tra lại tên đăng nhập.',
    'Không tìm thấy tài khoản này. Kiểm tra lại tên đăng nhập.',
  ],
  'account.name_taken': [
    'Tên đăng nhập “{userName}” đã có người dùng. Chọn tên khác.',
    'Tên đăng nhập này đã có người dùng. Chọn tên khác.',
  ],
  'account.weak_password': [
    'Mật khẩu quá ngắn hoặc quá dễ đoán. Dùng ít nhất {minLength} ký tự, chẳng hạn bốn từ không liên quan.',
    'Mật khẩu quá ngắn hoặc quá dễ đoán. Dùng một câu dài hơn, chẳng hạn bốn từ không liên quan.',
  ],
} as const satisfies Sentences
