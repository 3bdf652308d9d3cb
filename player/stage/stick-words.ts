import type { BundleNote } from '../../shared/contract/bundle.js'

/** One calm line about a stick, for whoever has just plugged it in. */
export const STICK_WORDS: Record<BundleNote, string> = {
  reading: 'Đang đọc chương trình từ USB. Xin đừng rút ra.',
  taken: 'Đã nhận chương trình mới từ USB. Có thể rút USB.',
  same: 'Màn hình đã có chương trình này rồi. Có thể rút USB.',
  not_paired:
    'Màn hình chưa được ghép nên chưa nhận được chương trình từ USB. Có thể rút USB.',
  wrong_screen:
    'USB này không có chương trình cho màn hình này. Có thể rút USB.',
  bad_seal:
    'Không nhận: chữ ký số của chương trình trên USB không đúng. Có thể rút USB.',
  older:
    'Không nhận: chương trình trên USB cũ hơn chương trình đang chiếu. Có thể rút USB.',
  truncated: 'Không nhận: tệp trên USB bị thiếu, cần chép lại. Có thể rút USB.',
  damaged: 'Không nhận: tệp trên USB bị hỏng, cần chép lại. Có thể rút USB.',
  unreadable: 'Không đọc được tệp chương trình trên USB. Có thể rút USB.',
  disk_full:
    'Không nhận: ổ đĩa của màn hình đã đầy. Báo cán bộ kỹ thuật. Có thể rút USB.',
  too_new:
    'Không nhận: cần cập nhật phần mềm của màn hình trước. Có thể rút USB.',
}
