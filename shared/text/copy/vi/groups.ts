import type { Sentences } from '../copy.js'

export const groupsErrors = {
  'group.not_found': [
    'Không tìm thấy nhóm màn hình này. Có thể người khác đã bỏ nhóm; chọn lại trong danh sách.',
  ],
  'group.conflict': [
    'Người khác vừa thay đổi nhóm “{name}”. Tải lại trang để xem bản mới rồi làm lại.',
    'Người khác vừa thay đổi nhóm. Tải lại trang rồi làm lại.',
  ],
  'group.name_taken': [
    'Đã có nhóm “{name}”. Đặt tên khác hoặc mở nhóm đó.',
    'Đã có nhóm tên này. Đặt tên khác.',
  ],
  'import.stale': [
    'Tệp hoặc danh sách địa bàn đã thay đổi sau khi xem trước nên chưa nhập gì. Xem trước lại rồi nhập.',
  ],
} as const satisfies Sentences
