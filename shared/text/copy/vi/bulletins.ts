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
} as const satisfies Sentences
