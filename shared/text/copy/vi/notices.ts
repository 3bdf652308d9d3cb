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
  'notice.changed': [
    'Thông báo vừa được sửa thành phiên bản {version}. Xem lại bản mới trên bảng rồi sửa tiếp nếu cần.',
    'Thông báo vừa được người khác sửa. Xem lại bản mới trên bảng rồi sửa tiếp nếu cần.',
  ],
  'notice.needs_second': [
    'Ở {areaName}, thông báo khẩn cần người trực thứ hai xác nhận. Bấm “Gửi người trực thứ hai”.',
    'Địa bàn này cần người trực thứ hai xác nhận thông báo khẩn. Bấm “Gửi người trực thứ hai”.',
  ],
  'notice.own_order': [
    'Người viết không tự xác nhận thông báo của mình. Nhờ người trực khác xác nhận.',
  ],
  'notice.order_decided': [
    'Thông báo này đã được người khác gửi đi hoặc bỏ. Tải lại trang để xem.',
  ],
  'cap.malformed': [
    'Bản tin CAP không đọc được ở {reason}. Nhờ nơi gửi sửa theo CAP 1.2 rồi gửi lại; chưa có gì được phát.',
    'Bản tin CAP không đọc được. Nhờ nơi gửi sửa theo CAP 1.2 rồi gửi lại; chưa có gì được phát.',
  ],
  'cap.feed_not_found': [
    'Không tìm thấy nguồn CAP này. Tải lại danh sách nguồn.',
  ],
} as const satisfies Sentences
