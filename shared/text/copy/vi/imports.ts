import type { ImportRowCode } from '../../../contract/api/imports.js'

/** What can be wrong with one row of an imported list, and how to mend it. */
export const importRows: Readonly<Record<ImportRowCode, string>> = {
  bad_name: 'Tên trống hoặc dài quá 200 ký tự. Nhập lại tên.',
  bad_code: 'Mã chỉ gồm 2 đến 10 chữ số. Kiểm tra lại mã.',
  bad_kind: 'Không rõ loại. Ghi Tỉnh; Xã, phường; Thôn, làng hoặc Điểm.',
  bad_date:
    'Ngày không đúng dạng dd/MM/yyyy, không hợp với các ngày đã ghi, hoặc chưa đến. Sửa lại ngày.',
  bad_list:
    'Danh sách quá dài hoặc có mục quá dài. Tách các mục bằng dấu chấm phẩy và bỏ bớt.',
  bad_choice: 'Không hiểu giá trị này. Xem tệp xuất ra để biết cách ghi.',
  bad_user_name:
    'Tên đăng nhập gồm 2 đến 40 chữ thường không dấu, chữ số, dấu chấm hoặc gạch dưới, bắt đầu bằng chữ. Sửa lại tên.',
  no_parent:
    'Không có đơn vị cấp trên này hoặc cấp không phù hợp. Ghi mã hoặc tên đơn vị đang hoạt động.',
  no_area: 'Không có địa bàn này. Ghi mã hoặc tên địa bàn đang hoạt động.',
  no_screen:
    'Không có màn hình này trong địa bàn của bạn. Ghi đúng tên màn hình.',
  unknown_id: 'Không có mã nội bộ này. Để trống nếu là dòng mới.',
  ambiguous: 'Có nhiều nơi trùng tên này. Ghi mã hoặc mã nội bộ thay cho tên.',
  twice: 'Dòng này trùng với một dòng ở trên. Bỏ bớt một dòng.',
  closed:
    'Địa bàn này đã kết thúc, chỉ sửa được tên khác và nhãn. Bỏ dòng này.',
  code_taken:
    'Mã này đang là của đơn vị khác trong cùng thời gian. Kiểm tra lại mã.',
  name_taken: 'Tên này đã có. Kiểm tra lại tên.',
  lookalike: 'Tên đăng nhập này dễ nhầm với một tên đã có. Chọn tên khác hẳn.',
  has_children: 'Bên trong còn địa bàn đang hoạt động. Chuyển đi trước.',
  not_yours: 'Địa bàn này ngoài phạm vi bạn phụ trách. Bỏ dòng này.',
  yourself:
    'Đây là tài khoản của chính bạn. Vai trò của mình do người khác đổi; bỏ dòng này.',
  frozen: 'Tài khoản này đang bị khóa. Mở khóa trước hoặc bỏ dòng này.',
  last_administrator:
    'Đây là quản trị viên cuối cùng của toàn hệ thống. Thêm người khác trước.',
}
