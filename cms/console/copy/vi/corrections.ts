/** Đính chính: one wrong text found everywhere, mended with one approval. */
export const correctionWords = {
  title: 'Đính chính',
  start: 'Đính chính một chỗ sai',
  lead: 'Tìm một tên hay một câu sai trên mọi bản tin đang phát, sửa một lần, duyệt một lần.',
  emptyTitle: 'Chưa có lần đính chính nào.',
  emptyBody:
    'Khi một tên hay một số bị sai ở nhiều bản tin, sửa tất cả từ đây.',
  states: {
    submitted: 'Chờ duyệt',
    released: 'Đã đính chính',
    returned: 'Không duyệt',
  },
  line: (text: string, replacement: string) => `“${text}” → “${replacement}”`,
  proposedBy: (name: string, when: string) => `${name} đề nghị ${when}`,
  decidedBy: (name: string, when: string) => `${name} quyết định ${when}`,
  bulletins: (n: number) => `${n} bản tin`,

  findTitle: 'Tìm chỗ sai',
  findLabel: 'Tên hoặc câu đang sai',
  findHelp: 'Gõ không dấu cũng được. Ít nhất 2 chữ.',
  find: 'Tìm',
  nothingFound: (text: string) =>
    `Không có bản tin đang phát nào ghi “${text}” trong địa bàn của ông/bà.`,
  found: (places: number, bulletins: number) =>
    `${places} chỗ trong ${bulletins} bản tin đang phát`,
  more: 'Còn nhiều nữa. Sửa xong những chỗ này rồi tìm lại.',
  inNotices:
    'Thông báo khẩn cũng ghi như vậy. Sửa ở mục Thông báo khẩn, không sửa từ đây:',
  otherAccents: 'Khác dấu, xem kỹ',
  all: 'Chọn hết',
  none: 'Bỏ hết',
  chosen: (places: number, bulletins: number) =>
    `Đã chọn ${places} chỗ trong ${bulletins} bản tin`,
  replacementLabel: 'Sửa thành',
  reasonLabel: 'Vì sao sửa',
  reasonHelp: 'Người duyệt và nhật ký đọc được câu này.',
  preview: 'Xem hình trước và sau',
  previewAgain: 'Dựng lại hình',
  beforeAfter: 'Trước và sau',
  before: 'Đang phát',
  after: 'Sẽ phát',
  onScreens: (n: number) => `${n} màn hình`,
  submit: (n: number) => `Gửi duyệt ${n} bản tin một lần`,
  submitted: 'Đã gửi. Một người khác duyệt một lần cho tất cả.',
  chooseSome: 'Chọn ít nhất một chỗ, viết chữ mới và lý do.',

  reason: 'Lý do',
  approve: (n: number) => `Duyệt, đính chính ${n} bản tin`,
  released: 'Đã duyệt. Bản đính chính đang tới các màn hình.',
  refuse: 'Không duyệt',
  letGo: 'Thôi, không đính chính nữa',
  refuseTitle: 'Không đính chính',
  refuseWhy: 'Vì sao?',
  refused: 'Đã khép lại. Không màn hình nào thay đổi.',
  changed:
    'Bản tin vừa đổi so với hình ông/bà đã xem. Chưa phát gì. Xem lại hình rồi duyệt.',
  waits: 'Đang chờ người khác duyệt. Người đề nghị không tự duyệt được.',
  overtaken:
    'Một bản tin trong số này đã đổi sau khi đề nghị, nên không duyệt được nữa. Khép lại rồi tìm lại từ đầu.',
  screensTitle: 'Màn hình nào đã có',
  screensCount: (has: number, all: number) => `${has} trên ${all} màn hình`,
  missingFirst: 'Màn hình chưa có đứng trước, kể cả máy đang tắt.',
  of: 'Những bản tin được sửa',
}
