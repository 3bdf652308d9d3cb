import type { Sentences } from '../copy.js'

export const sheetsErrors = {
  'sheet.unreadable': [
    'Không đọc được tệp ở dòng {line}. Kiểm tra dấu ngoặc kép ở dòng đó rồi tải lên lại.',
    'Tệp này không phải là bảng tính đọc được. Lưu lại thành Excel (.xlsx) hoặc CSV UTF-8 rồi tải lên lại.',
  ],
  'sheet.wrong_encoding': [
    'Tệp CSV không dùng mã Unicode nên chữ có dấu có thể sai. Trong Excel chọn “Lưu thành: CSV UTF-8” hoặc Excel (.xlsx) rồi tải lên lại.',
  ],
  'sheet.too_large': [
    'Bảng tính lớn quá (tối đa 5 MB, 20.000 dòng, 100 cột, 4.000 ký tự một ô). Chia thành nhiều tệp rồi tải lên từng tệp.',
  ],
  'sheet.empty': [
    'Bảng tính không có dòng dữ liệu nào. Kiểm tra lại tệp đã chọn.',
  ],
  'sheet.no_columns': [
    'Bảng tính thiếu cột: {columns}. Thêm cột ở dòng tiêu đề rồi tải lên lại.',
    'Bảng tính thiếu cột cần thiết. Tải tệp mẫu về để xem các cột.',
  ],
} as const satisfies Sentences
