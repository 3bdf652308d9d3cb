import type { Sentences } from '../copy.js'

export const mediaErrors = {
  'media.not_found': [
    'Không tìm thấy tệp này trong thư viện. Tải lên lại hoặc chọn tệp khác.',
  ],
  'media.not_an_image': [
    'Tệp này không phải ảnh, video hay văn bản đọc được. Dùng ảnh JPEG, PNG, WebP; video MP4, WebM; văn bản PDF, DOCX; bảng XLSX, CSV.',
  ],
  'media.too_many_bytes': [
    'Tệp nặng quá (tối đa {maxBytes}). Giảm dung lượng rồi tải lên lại.',
    'Tệp nặng quá. Giảm dung lượng rồi tải lên lại.',
  ],
  'media.too_many_pixels': [
    'Ảnh {width} × {height} điểm là quá lớn. Thu nhỏ còn không quá {maxPixels} điểm rồi tải lên lại.',
    'Ảnh có quá nhiều điểm ảnh. Thu nhỏ rồi tải lên lại.',
  ],
  'media.svg_refused': [
    'Ảnh SVG có thể chứa mã lệnh nên không được nhận. Xuất ra PNG rồi tải lên lại.',
  ],
  'media.heic_refused': [
    'Ảnh HEIC của điện thoại chưa dùng được. Trên iPhone: Cài đặt › Camera › Định dạng › “Tương thích nhất”, hoặc gửi ảnh qua Zalo rồi tải xuống dạng JPEG.',
  ],
  'media.old_office': [
    'Tệp Word, Excel kiểu cũ (.doc, .xls) không đọc được. Mở tệp rồi lưu lại thành .docx, .xlsx hoặc PDF.',
  ],
  'media.video_unreadable': [
    'Video này không đọc được hoặc đã hỏng. Xuất lại thành MP4 (H.264) rồi tải lên.',
  ],
  'media.video_codec': [
    'Video nén kiểu {codec} nên nhiều màn hình không chiếu được. Xuất lại thành MP4 (H.264). Trên iPhone: Cài đặt › Camera › Định dạng › “Tương thích nhất”.',
    'Kiểu nén của video không chiếu được. Xuất lại thành MP4 (H.264).',
  ],
  'media.video_too_long': [
    'Video dài quá (tối đa {maxMinutes} phút). Cắt ngắn rồi tải lên lại.',
    'Video dài quá. Cắt ngắn rồi tải lên lại.',
  ],
  'media.document_broken': [
    'Văn bản này đã hỏng hoặc không đọc được. Mở trên máy tính, lưu lại rồi tải lên.',
  ],
  'media.document_encrypted': [
    'Văn bản có mật khẩu nên không đọc được. Bỏ mật khẩu, lưu lại rồi tải lên.',
  ],
  'media.document_too_long': [
    'Văn bản có {pages} trang, nhiều quá (tối đa {maxPages}). Tách thành nhiều tệp rồi tải lên.',
    'Văn bản dài quá. Tách thành nhiều tệp rồi tải lên.',
  ],
  'media.document_wrong_kind': [
    'Tệp này không dùng được cho việc đó. Chọn văn bản PDF, DOCX hoặc bảng XLSX, CSV.',
  ],
  'media.in_use': [
    'Tệp đang được {uses} nơi dùng nên chưa xóa được. Gỡ tệp khỏi các bản tin ấy trước.',
    'Tệp đang được dùng nên chưa xóa được. Gỡ tệp khỏi các bản tin ấy trước.',
  ],
  'media.shown_now': [
    'Tệp đang nằm trong {uses} bản tin chờ duyệt hoặc đang phát nên chưa thay được. Tải tệp mới lên rồi sửa các bản tin ấy.',
    'Tệp đang nằm trong bản tin chờ duyệt hoặc đang phát nên chưa thay được. Tải tệp mới lên rồi sửa các bản tin ấy.',
  ],
  'media.other_kind': [
    'Chỉ thay được bằng tệp cùng loại: ảnh thay ảnh, video thay video, văn bản thay văn bản.',
  ],
  'media.already_there': [
    'Tệp này đã có trong kho với tên “{name}”. Dùng luôn tệp ấy.',
    'Tệp này đã có trong kho. Tìm theo tên rồi dùng luôn tệp ấy.',
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
