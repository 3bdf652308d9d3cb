import type { Sentences } from '../copy.js'

export const bulletinsErrors = {
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
  'bulletin.not_legible': [
    'Còn {count} chỗ người xem sẽ không đọc được trên màn hình. Xem các dòng bên dưới và sửa trước khi gửi duyệt.',
    'Còn chỗ người xem sẽ không đọc được trên màn hình. Xem các dòng bên dưới và sửa trước khi gửi duyệt.',
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
  'bulletin.renders_otherwise': [
    'Bản tin đã đổi so với bản ông/bà vừa xem (mẫu, ảnh, tên cơ quan hoặc nơi hiển thị). Chưa phát gì; xem lại bản mới rồi duyệt.',
  ],
  'bulletin.basis_required': [
    'Bản tin bầu cử cần văn bản căn cứ. Nhập số, ký hiệu, ngày, cơ quan ban hành rồi gửi duyệt lại.',
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
  'correction.not_found': [
    'Không tìm thấy đính chính này. Mở lại từ danh sách việc cần duyệt.',
  ],
  'correction.nothing': [
    'Không còn chỗ nào chứa chữ cần sửa. Tìm lại rồi chọn.',
  ],
  'correction.decided': [
    'Đính chính này đã được quyết định rồi. Tải lại trang để xem kết quả.',
  ],
  'correction.overtaken': [
    'Một bản tin trong đính chính vừa đổi trên màn hình. Chưa phát gì; tìm lại và lập đính chính mới.',
  ],
} as const satisfies Sentences
