import type { Sentences } from '../copy.js'

export const requestsErrors = {
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
    'Có quá nhiều yêu cầu trong một lúc. Chờ {seconds} giây rồi thử lại.',
    'Có quá nhiều yêu cầu trong một lúc. Chờ một phút rồi thử lại.',
  ],
  'request.too_slow': [
    'Nội dung gửi lên đến quá chậm nên đã dừng. Kiểm tra đường truyền rồi gửi lại.',
  ],
  'request.wrong_origin': [
    'Yêu cầu đến từ một trang khác nên không được nhận. Mở lại Bảng Tin đúng địa chỉ rồi làm lại.',
  ],
  'request.wrong_method': [
    'Địa chỉ này không nhận cách gửi đó. Xem cách dùng ở trang tài liệu API.',
  ],
  'request.precondition_failed': [
    'Nội dung đã được người khác sửa sau lúc bạn mở. Mở lại bản mới nhất, đối chiếu rồi lưu lại.',
  ],
  'request.precondition_required': [
    'Chưa nói rõ sửa trên phiên bản nào. Gửi kèm If-Match hoặc expectedVersion của bản đang mở.',
  ],
  'request.key_reused': [
    'Idempotency-Key này đã dùng cho một yêu cầu khác. Dùng khóa mới cho yêu cầu mới.',
  ],
  'request.in_progress': [
    'Yêu cầu cùng Idempotency-Key đang được xử lý. Chờ {seconds} giây rồi gửi lại.',
    'Yêu cầu cùng Idempotency-Key đang được xử lý. Chờ giây lát rồi gửi lại.',
  ],
  'request.answer_lost': [
    'Việc này đã làm xong, nhưng câu trả lời không còn. Mở lại nội dung để xem, đừng gửi lần nữa.',
  ],
  'auth.required': ['Phiên làm việc đã hết. Đăng nhập lại để tiếp tục.'],
  'auth.invalid': [
    'Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra bộ gõ, phím Caps Lock rồi nhập lại.',
  ],
  'auth.forbidden': [
    'Tài khoản này chưa có quyền làm việc đó ở {areaName}. Cần thì gửi đề nghị lên quản trị.',
    'Tài khoản này chưa có quyền làm việc đó. Cần thì gửi đề nghị lên quản trị.',
  ],
  'auth.frozen': ['Tài khoản này đã bị tạm khóa. Liên hệ quản trị của đơn vị.'],
  'auth.code_expired': [
    'Mã dùng một lần đã hết hạn hoặc đã dùng rồi. Xin quản trị cấp mã khác.',
  ],
  'auth.code_wrong': [
    'Mã xác thực chưa đúng hoặc đã dùng rồi. Chờ mã mới trên điện thoại rồi nhập lại.',
  ],
  'auth.password_change_required': [
    'Mật khẩu đang dùng là mật khẩu tạm. Đổi mật khẩu của riêng mình trước, rồi làm việc này.',
  ],
  'auth.second_factor_required': [
    'Việc này cần xác thực hai lớp. Mở “Tài khoản của tôi”, thiết lập mã xác thực hoặc khóa truy cập, rồi làm lại.',
  ],
  'auth.proof_required': [
    'Việc này quan trọng nên cần xác nhận lại đúng là mình. Nhập mật khẩu, mã xác thực hoặc dùng khóa truy cập.',
  ],
  'auth.proof_failed': [
    'Chưa xác nhận được. Kiểm tra mật khẩu hoặc mã xác thực rồi nhập lại.',
  ],
  'auth.assertion_invalid': [
    'Màn hình chưa chứng minh được danh tính nên không được nhận. Nếu màn hình vừa cài lại, hãy ghép lại bằng mã hiện trên đó.',
  ],
  'auth.assertion_clock': [
    'Đồng hồ của màn hình lệch quá nhiều. Chỉnh giờ của máy, màn hình sẽ tự nối lại.',
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
} as const satisfies Sentences
