/** Filling the fields of a template. */
export const fieldWords = {
  optional: 'không bắt buộc',
  choose: '– Chọn –',
  dateExample: 'Ví dụ 15/3/2026',
  timeExample: 'Ví dụ 7:30',
  syllables: (n: number) => `${n} tiếng`,
  characters: (n: number, max: number) => `${n}/${max} ký tự`,
  addRow: 'Thêm dòng',
  moveUp: (n: number) => `Đưa dòng ${n} lên trên`,
  moveDown: (n: number) => `Đưa dòng ${n} xuống dưới`,
  removeRow: (n: number) => `Bỏ dòng ${n}`,
  rowsOf: (n: number, max: number) => `${n} dòng, tối đa ${max}`,
  pasteHint:
    'Chép các ô từ Excel rồi dán vào một dòng: mỗi hàng thành một dòng.',
  pasted: (n: number, dropped: number) =>
    dropped > 0
      ? `Đã dán ${n} dòng. Bỏ ${dropped} dòng vì quá số dòng của mẫu.`
      : `Đã dán ${n} dòng.`,
  choosePicture: 'Chọn ảnh',
  otherPicture: 'Đổi ảnh khác',
  noPicture: 'Bỏ ảnh',
  forms: 'Định dạng chữ',
  bold: 'Đậm',
  italic: 'Nghiêng',
  bullets: 'Gạch đầu dòng',
  numbers: 'Đánh số',
  pictureGone: 'Ảnh này không còn trong kho. Chọn ảnh khác.',
  noAlt:
    'Ảnh chưa có mô tả cho người không nhìn thấy: mở trong Kho ảnh và tệp để ghi.',
  noVideos: 'Kho chưa có video nào: tải lên ở trang Kho ảnh và tệp',
  smallPicture: (w: number, h: number) =>
    `Ảnh hơi nhỏ (${w} × ${h}), trên màn hình có thể bị mờ. Nên chọn ảnh rộng từ 1920.`,
}
