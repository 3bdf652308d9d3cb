import type { Copy } from './copy.js'
import { accountsErrors } from './vi/accounts.js'
import { areasErrors } from './vi/areas.js'
import { bulletinsErrors } from './vi/bulletins.js'
import { groupsErrors } from './vi/groups.js'
import { tokensErrors } from './vi/tokens.js'
import { importRows } from './vi/imports.js'
import { mediaErrors } from './vi/media.js'
import { noticesErrors } from './vi/notices.js'
import { requestsErrors } from './vi/requests.js'
import { screensErrors } from './vi/screens.js'
import { sheetsErrors } from './vi/sheets.js'

/** What the product says in Vietnamese: what happened, and what to do. */
export const vi: Copy = {
  errors: {
    ...accountsErrors,
    ...areasErrors,
    ...bulletinsErrors,
    ...groupsErrors,
    ...tokensErrors,
    ...mediaErrors,
    ...noticesErrors,
    ...requestsErrors,
    ...screensErrors,
    ...sheetsErrors,
  },
  importRows,
  fieldRules: {
    required: [
      'Nhập “{label}”, ví dụ: {example}.',
      'Nhập “{label}”.',
      'Ô này cần được điền.',
    ],
    too_long: [
      '“{label}” dài {length} ký tự, nhiều nhất {max}. Rút gọn lại.',
      'Nhiều nhất {max} ký tự. Rút gọn lại.',
      'Dài quá. Rút gọn lại.',
    ],
    too_short: ['Cần ít nhất {min} ký tự. Viết thêm.', 'Ngắn quá. Viết thêm.'],
    too_many: ['Nhiều nhất {max} mục. Bỏ bớt.', 'Nhiều mục quá. Bỏ bớt.'],
    too_few: ['Cần ít nhất {min} mục. Thêm vào.', 'Ít mục quá. Thêm vào.'],
    range: [
      'Nhập số từ {min} đến {max}.',
      'Nhập số từ {min} trở lên.',
      'Nhập số không quá {max}.',
      'Số này nằm ngoài khoảng cho phép. Kiểm tra lại.',
    ],
    pattern: [
      'Viết đúng dạng, ví dụ: {example}.',
      'Chưa đúng dạng. Xem lời nhắc bên cạnh ô.',
    ],
    format: [
      'Viết đúng dạng, ví dụ: {example}.',
      'Chưa đúng dạng ngày, giờ hoặc địa chỉ. Kiểm tra lại.',
    ],
    type: [
      'Ô này nhận giá trị kiểu khác, ví dụ: {example}.',
      'Ô này nhận giá trị kiểu khác. Xem lời nhắc bên cạnh ô.',
    ],
    choice: [
      'Chọn một trong: {choices}.',
      'Chọn một giá trị có trong danh sách.',
    ],
    unknown: [
      'Mẫu không có ô “{name}”. Bỏ ô này đi.',
      'Mẫu không có ô này. Bỏ ô này đi.',
    ],
    duplicate: [
      '“{value}” đã có ở trên. Bỏ một trong hai.',
      'Giá trị này đã có ở trên. Bỏ một trong hai.',
    ],
    past_date: [
      '“{label}” phải sau hôm nay ({today}).',
      'Ngày này phải sau hôm nay. Chọn lại.',
    ],
    wrong_order: ['Lúc kết thúc phải sau lúc bắt đầu. Chọn lại.'],
    too_much_text: [
      'Dài hơn {over} tiếng so với một trang. Rút gọn hoặc bấm “Tách 2 trang”.',
      'Nhiều chữ hơn một trang. Rút gọn hoặc bấm “Tách 2 trang”.',
    ],
    image_too_small: [
      'Ảnh quá nhỏ ({width} × {height}). Trên màn hình sẽ bị mờ. Chọn ảnh rộng từ {minWidth}.',
      'Ảnh quá nhỏ. Trên màn hình sẽ bị mờ. Chọn ảnh rộng từ 1920.',
    ],
    media_not_ready: [
      'Tệp này chưa xử lý xong hoặc bị lỗi. Đợi vài phút, hoặc chọn tệp khác.',
    ],
    rights_over: [
      'Tệp này đã hết thời hạn được phép dùng. Chọn tệp khác, hoặc sửa thời hạn trong thư viện.',
    ],
    letters: [
      'Màn hình không có mặt chữ cho “{letters}”. Bỏ hoặc thay bằng chữ thường dùng.',
      'Có ký tự mà màn hình không hiện được. Bỏ ký tự đó.',
    ],
    not_a_film: ['Tệp này không phải video. Chọn một video trong thư viện.'],
    not_a_picture: [
      'Tệp này là video. Ô này cần một ảnh; muốn chiếu video thì dùng mẫu “Video”.',
    ],
    alt_missing: [
      'Ảnh này chưa có lời mô tả cho người không nhìn thấy. Mở thư viện và viết lời mô tả.',
    ],
    image_missing: [
      'Không tìm thấy ảnh này trong kho. Chọn ảnh khác hoặc tải lên lại.',
    ],
    invalid: ['Chỗ này chưa đúng. Xem lời nhắc bên cạnh ô rồi sửa lại.'],
  },
  explanations: {
    on_now: ['Đang phát, đến {until}.', 'Đang phát.'],
    waits_its_turn: [
      'Đang chờ đến lượt, lượt tới lúc {until}.',
      'Đang chờ đến lượt.',
    ],
    behind_urgent: [
      'Nhường cho thông báo khẩn, đến {until}.',
      'Nhường cho thông báo khẩn đang phát.',
    ],
    not_before: [
      'Chưa đến giờ được phát: từ {until}.',
      'Chưa đến giờ được phát.',
    ],
    expired: ['Đã hết hạn nên không phát nữa.'],
    outside_window: [
      'Ngoài thời gian phát; phát lại từ {until}.',
      'Ngoài thời gian phát, không còn đợt nào nữa.',
    ],
    wrong_weekday: [
      'Hôm nay không phải ngày phát; phát lại từ {until}.',
      'Hôm nay không phải ngày phát, không còn ngày nào nữa.',
    ],
    outside_daypart: [
      'Ngoài khung giờ trong ngày; phát lại từ {until}.',
      'Ngoài khung giờ trong ngày, không còn lần nào nữa.',
    ],
    recalled: ['Đã bị thu hồi nên không phát.'],
    wrong_language: ['Không có trang nào bằng ngôn ngữ của màn hình này.'],
    alone_too_long: [
      'Màn hình mất liên lạc quá lâu nên ngừng phát nội dung loại này. Kiểm tra mạng ở nơi đặt màn hình.',
    ],
  },
  refusals: {
    bad_seal: ['Chữ ký số không khớp.'],
    unknown_key: ['Ký bằng khóa lạ hoặc khóa đã hết hạn.'],
    wrong_screen: ['Dành cho màn hình khác.'],
    older: ['Cũ hơn nội dung màn hình đang giữ.'],
    expired: ['Đã hết hiệu lực.'],
    recalled: ['Đã bị thu hồi.'],
    malformed: ['Không đọc được nội dung.'],
    hash_mismatch: ['Tệp tải về không đúng với bản đã ký.'],
    too_new: ['Cần cập nhật phần mềm của màn hình.'],
    disk_full: ['Ổ đĩa của màn hình đã đầy.'],
    missing_file: ['Thiếu tệp.'],
    not_painted: ['Không hiện được lên mặt màn hình.'],
  },
  cap: {
    actions: {
      Shelter: 'Vào nơi trú ẩn!',
      Evacuate: 'Sơ tán ngay!',
      Prepare: 'Chuẩn bị ứng phó',
      Execute: 'Làm theo phương án',
      Avoid: 'Tránh xa khu vực này',
      Monitor: 'Theo dõi tin tức',
      Assess: 'Xem xét tình hình',
      AllClear: 'Đã an toàn',
      None: 'Theo dõi tin tức',
    },
    where: 'Khu vực',
    advice: 'Cần làm',
  },
  weekdays: [
    'Thứ Hai',
    'Thứ Ba',
    'Thứ Tư',
    'Thứ Năm',
    'Thứ Sáu',
    'Thứ Bảy',
    'Chủ nhật',
  ],
  months: [
    'Tháng 1',
    'Tháng 2',
    'Tháng 3',
    'Tháng 4',
    'Tháng 5',
    'Tháng 6',
    'Tháng 7',
    'Tháng 8',
    'Tháng 9',
    'Tháng 10',
    'Tháng 11',
    'Tháng 12',
  ],
  lunarMonths: [
    'Giêng',
    'Hai',
    'Ba',
    'Tư',
    'Năm',
    'Sáu',
    'Bảy',
    'Tám',
    'Chín',
    'Mười',
    'Mười Một',
    'Chạp',
  ],
  leapMonth: 'nhuận',
  lunarDay: 'tháng',
}
