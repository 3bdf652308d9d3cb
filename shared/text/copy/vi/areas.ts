import type { Sentences } from '../copy.js'

export const areasErrors = {
  'area.not_found': [
    'Không tìm thấy địa bàn này. Có thể đơn vị đã đổi tên hoặc sáp nhập; chọn lại trong danh sách.',
  ],
  'area.closed': [
    '“{name}” đã kết thúc hoạt động nên không thay đổi được. Chọn đơn vị đang hoạt động.',
    'Địa bàn này đã kết thúc hoạt động. Chọn đơn vị đang hoạt động.',
  ],
  'area.conflict': [
    'Người khác vừa thay đổi “{name}”. Tải lại trang để xem bản mới rồi làm lại.',
    'Người khác vừa thay đổi địa bàn. Tải lại trang rồi làm lại.',
  ],
  'area.bad_parent': [
    'Không thể đặt địa bàn vào “{name}”: cấp trên phải cao hơn và không nằm trong chính nó. Chọn đơn vị khác.',
    'Không thể đặt địa bàn ở đây. Chọn đơn vị cấp trên khác.',
  ],
  'area.bad_date': [
    'Ngày {day} không dùng được: ngày phải đã đến và không trước lần thay đổi gần nhất. Chọn ngày khác.',
    'Ngày này không dùng được. Chọn ngày khác.',
  ],
  'area.name_taken': [
    'Cùng cấp đã có “{name}”. Đặt tên khác hoặc mở đơn vị đó.',
    'Cùng cấp đã có đơn vị tên này. Đặt tên khác.',
  ],
  'area.code_taken': [
    'Mã {code} trong thời gian này đang là của “{name}”. Kiểm tra lại mã và ngày.',
    'Mã này đang là của đơn vị khác. Kiểm tra lại mã và ngày.',
  ],
  'area.has_children': [
    'Bên trong còn “{name}”. Chuyển hoặc kết thúc các đơn vị bên trong trước.',
    'Không kết thúc được địa bàn này. Chuyển các đơn vị bên trong đi trước.',
  ],
} as const satisfies Sentences
