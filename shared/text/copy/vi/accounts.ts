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
  'account.name_invalid': [
    'Tên đăng nhập gồm 2 đến 40 chữ cái không dấu, chữ số, dấu chấm hoặc gạch dưới, bắt đầu bằng chữ cái. Sửa lại tên.',
  ],
  'account.name_lookalike': [
    'Tên đăng nhập này dễ nhầm với “{userName}” đã có. Chọn tên khác hẳn.',
    'Tên đăng nhập này dễ nhầm với một tên đã có. Chọn tên khác hẳn.',
  ],
  'account.own_grant': [
    'Không ai tự giao vai trò cho chính mình. Nhờ một quản trị khác giao.',
  ],
  'account.last_administrator': [
    'Đây là quản trị cuối cùng còn hoạt động. Giao vai trò quản trị cho người khác trước, rồi làm lại.',
  ],
  'account.frozen': ['Tài khoản đang bị tạm khóa. Mở khóa trước, rồi làm lại.'],
  'account.grant_not_found': [
    'Không tìm thấy vai trò này. Tải lại trang để xem danh sách mới nhất.',
  ],
  'account.session_not_found': [
    'Không tìm thấy phiên đăng nhập này; có thể phiên đã kết thúc. Tải lại trang.',
  ],
  'account.factor_not_found': [
    'Không tìm thấy cách xác thực này. Tải lại trang để xem danh sách mới nhất.',
  ],
  'account.factor_exists': [
    'Tài khoản đã có ứng dụng mã xác thực. Gỡ ứng dụng cũ trước, rồi thiết lập lại.',
  ],
  'account.bad_dates': [
    'Ngày kết thúc phải sau ngày bắt đầu và chưa qua. Chọn lại ngày.',
  ],
} as const satisfies Sentences
