import type { Sentences } from '../copy.js'

export const mediaErrors = {
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
} as const satisfies Sentences
