import type { Copy } from './copy.js'

/** What the product says in Vietnamese: what happened, and what to do. */
export const vi: Copy = {
  errors: {
    internal: [
      'Chưa làm được việc này, chỗ vướng đã được ghi lại. Hãy thử lại sau ít phút; nếu vẫn vậy, gọi quản trị và đọc mã yêu cầu {requestId}.',
      'Chưa làm được việc này, chỗ vướng đã được ghi lại. Hãy thử lại sau ít phút; nếu vẫn vậy, gọi quản trị.',
    ],
    'request.invalid': [
      'Còn {count} chỗ cần sửa. Xem các dòng bên dưới.',
      'Nội dung gửi lên chưa đúng. Xem các dòng bên dưới, sửa rồi gửi lại.',
    ],
    'request.not_found': [
      'Không có trang hoặc địa chỉ này. Kiểm tra lại đường dẫn.',
    ],
    'request.too_large': [
      'Nội dung gửi lên quá lớn (tối đa {maxBytes}). Chia nhỏ rồi gửi lại.',
      'Nội dung gửi lên quá lớn. Chia nhỏ rồi gửi lại.',
    ],
    'request.too_many': [
      'Có quá nhiều lần thử trong một lúc. Chờ {seconds} giây rồi thử lại.',
      'Có quá nhiều lần thử trong một lúc. Chờ một phút rồi thử lại.',
    ],
    'request.wrong_origin': [
      'Yêu cầu đến từ một trang khác nên không được nhận. Mở lại Bảng Tin đúng địa chỉ rồi làm lại.',
    ],
    'auth.required': ['Phiên làm việc đã hết. Đăng nhập lại để tiếp tục.'],
    'auth.invalid': [
      'Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra bộ gõ, phím Caps Lock rồi nhập lại.',
    ],
    'auth.forbidden': [
      'Tài khoản này chưa có quyền làm việc đó ở {areaName}. Cần thì gửi đề nghị lên quản trị.',
      'Tài khoản này chưa có quyền làm việc đó. Cần thì gửi đề nghị lên quản trị.',
    ],
    'auth.assertion_invalid': [
      'Màn hình chưa chứng minh được danh tính nên không được nhận. Nếu màn hình vừa cài lại, hãy ghép lại bằng mã hiện trên đó.',
    ],
    'auth.assertion_clock': [
      'Đồng hồ của màn hình lệch quá nhiều. Chỉnh giờ của máy, màn hình sẽ tự nối lại.',
    ],
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
    'area.not_found': [
      'Không tìm thấy địa bàn này. Có thể đơn vị đã đổi tên hoặc sáp nhập; chọn lại trong danh sách.',
    ],
    'media.not_found': [
      'Không tìm thấy ảnh này trong kho. Tải ảnh lên lại hoặc chọn ảnh khác.',
    ],
    'media.not_an_image': [
      'Tệp “{name}” không phải là ảnh đọc được. Dùng ảnh JPEG, PNG hoặc WebP.',
      'Tệp này không phải là ảnh đọc được. Dùng ảnh JPEG, PNG hoặc WebP.',
    ],
    'media.too_many_bytes': [
      'Ảnh nặng quá (tối đa {maxBytes}). Giảm dung lượng rồi tải lên lại.',
      'Ảnh nặng quá. Giảm dung lượng rồi tải lên lại.',
    ],
    'media.too_many_pixels': [
      'Ảnh {width} × {height} điểm là quá lớn. Thu nhỏ còn không quá {maxPixels} điểm rồi tải lên lại.',
      'Ảnh có quá nhiều điểm ảnh. Thu nhỏ rồi tải lên lại.',
    ],
    'media.svg_refused': [
      'Ảnh SVG có thể chứa mã lệnh nên không được nhận. Xuất ra PNG rồi tải lên lại.',
    ],
    'file.not_found': [
      'Không tìm thấy tệp này trong kho. Phát hành lại bản tin để tạo tệp mới.',
    ],
    'file.damaged': [
      'Tệp trong kho đã hỏng nên không được gửi đi. Khôi phục từ bản sao lưu, hoặc phát hành lại bản tin.',
    ],
    'store.full': [
      'Ổ đĩa đã đầy nên chưa lưu được. Giải phóng chỗ trống rồi làm lại; nội dung đang phát không bị ảnh hưởng.',
    ],
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
    'template.not_found': [
      'Không có mẫu “{templateId}”. Chọn một mẫu khác trong danh sách.',
      'Không có mẫu này. Chọn một mẫu khác trong danh sách.',
    ],
    'template.invalid': [
      'Mẫu “{templateId}” đang hỏng ở {file}, chỗ {field}. Sửa tệp đó, mẫu sẽ tự nạp lại.',
      'Mẫu “{templateId}” đang hỏng nên chưa dùng được. Chọn mẫu khác hoặc báo người làm mẫu.',
      'Mẫu này đang hỏng nên chưa dùng được. Chọn mẫu khác hoặc báo người làm mẫu.',
    ],
    'bulletin.not_found': [
      'Không tìm thấy bản tin này. Có thể bản tin thuộc địa bàn khác; tìm lại theo tên.',
    ],
    'bulletin.fields_invalid': [
      'Còn {count} chỗ cần sửa trước khi tiếp tục. Xem các dòng bên dưới.',
      'Còn chỗ cần sửa trước khi tiếp tục. Xem các dòng bên dưới.',
    ],
    'bulletin.wrong_state': [
      'Bản tin đang ở trạng thái khác nên chưa làm được việc này. Tải lại trang để xem trạng thái mới nhất.',
    ],
    'bulletin.own_approval': [
      'Người soạn không được tự duyệt. Nhờ một người duyệt khác phát hành bản tin này.',
    ],
    'bulletin.conflict': [
      '{savedBy} vừa sửa bản tin này lúc {savedAt}. Xem hai bản để chọn; chữ đã gõ vẫn còn.',
      'Có người vừa sửa bản tin này. Xem hai bản để chọn; chữ đã gõ vẫn còn.',
    ],
    'bulletin.schedule_invalid': [
      'Lịch phát chưa đúng. Giờ kết thúc phải sau giờ bắt đầu và sau lúc này; sửa lại lịch rồi lưu.',
    ],
    'bulletin.no_screens': [
      'Nơi hiển thị đang chọn chưa có màn hình nào. Chọn thêm địa bàn hoặc màn hình.',
    ],
    'notice.not_found': [
      'Không tìm thấy thông báo khẩn này. Tải lại danh sách.',
    ],
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
    'seal.bad_seal': [
      'Chữ ký số không khớp nên nội dung không được phát. Nội dung tốt gần nhất vẫn đang phát; báo quản trị kiểm tra.',
    ],
    'seal.unknown_key': [
      'Nội dung được ký bằng khóa lạ hoặc khóa đã hết hạn nên không được phát. Báo quản trị kiểm tra khóa.',
    ],
    'seal.malformed': [
      'Nội dung nhận được không đọc được nên không được phát. Gửi lại; nếu vẫn vậy, báo quản trị.',
    ],
    'seal.wrong_screen': [
      'Nội dung này dành cho màn hình khác nên không được phát ở đây. Kiểm tra lại nơi hiển thị.',
    ],
    'seal.expired': [
      'Nội dung này đã hết hiệu lực nên không được phát. Phát hành lại nếu còn cần.',
    ],
    'protocol.too_old': [
      'Phần mềm bên gửi đã cũ. Cập nhật phần mềm rồi thử lại.',
    ],
    'protocol.too_new': [
      'Bên gửi dùng phần mềm mới hơn. Cập nhật phần mềm ở đây rồi thử lại.',
    ],
  },
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
