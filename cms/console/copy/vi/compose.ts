/** Writing a bulletin: template, fields, where, when, the last look. */
export const composeWords = {
  chooseTitle: 'Chọn mẫu',
  chooseLead:
    'Hình bên dưới là trang thật với nội dung mẫu. Chọn mẫu gần nhất với việc cần báo.',
  noTemplates: 'Chưa có mẫu nào được cài đặt.',
  steps: ['Nội dung', 'Nơi hiển thị', 'Khung giờ', 'Kiểm tra và gửi duyệt'],
  stepsLabel: 'Các bước soạn',
  next: (step: string) => `Tiếp: ${step.toLocaleLowerCase('vi')}`,
  titleLabel: 'Tên bản tin',
  titleHelp: 'Chỉ dùng để tìm trong danh sách, không hiện trên màn hình.',
  titleRequired: 'Đặt tên để tìm lại được bản tin.',
  templateIs: (name: string) => `Mẫu: ${name}`,
  preview: 'Xem trước',

  unsaved: 'Chưa lưu',
  saving: 'Đang lưu…',
  saved: 'Đã lưu',
  savedAt: (time: string) => `Đã tự lưu lúc ${time}`,
  waitingForNet: 'Sẽ lưu khi có mạng',
  offline:
    'Mất mạng. Bài đang soạn vẫn được giữ trên máy này, sẽ tự lưu khi có mạng.',
  notSaved: 'Chưa lưu được.',
  restored: 'Đã lấy lại phần chưa kịp lưu lần trước.',
  conflict: 'Người khác vừa sửa bản tin này.',

  shape: 'Hướng màn hình',
  distance: 'Khoảng cách nhìn',
  near: 'Cận cảnh',
  far: 'Nhìn từ 4 m',
  farHint:
    'Ngồi cách màn hình máy tính khoảng nửa mét: chữ hiện bằng cỡ thấy trên màn hình 55 inch từ 4 m.',
  safeArea: 'Vùng an toàn',
  borrowed: (names: string) =>
    `Chỗ chưa điền đang dùng nội dung mẫu: ${names}.`,
  previewOld: 'Hình chưa theo kịp.',

  fits: (pages: number) =>
    pages === 1
      ? 'Vừa 1 trang, không mất chữ'
      : `Chia ${pages} trang, không mất chữ`,
  fitsDetail: 'Đo trên chính trang sẽ phát.',
  cut: 'Có chỗ bị cắt hoặc tràn',
  readable: 'Đọc được từ 4 m',
  readableDetail: 'Chữ không nhỏ hơn mức tối thiểu, đủ tương phản.',
  hardToRead: 'Có chỗ khó đọc',
  slotDetail: (n: number) => `Máy tự tính theo ${n} tiếng.`,
  light: 'Lượng chữ vừa phải',
  heavy: 'Hơi nhiều chữ',
  lightDetail: (n: number) => `Khoảng ${n} tiếng mỗi trang; dễ đọc là đến 70.`,
  toMend: (n: number) => `Còn ${n} chỗ cần sửa`,

  whereLead:
    'Đánh dấu địa bàn hoặc từng màn hình. Danh sách bên phải là chính xác những màn hình sẽ phát.',
  exactly: (n: number) => `Đúng ${n} màn hình`,
  chooseSome: 'Chọn ít nhất một nơi.',
  shapes: (landscape: number, portrait: number) =>
    `${landscape} ngang, ${portrait} dọc.`,
  awayNow: (n: number) => `${n} đang mất kết nối, sẽ nhận khi có mạng.`,

  dates: 'Ngày',
  fromDate: 'Từ ngày',
  fromDateHelp: 'Để trống: từ khi được duyệt',
  toDate: 'Đến hết ngày',
  toDateHelp: 'Để trống: đến khi gỡ',
  badDate: 'Nhập ngày, ví dụ 15/3/2026.',
  badTime: 'Nhập giờ, ví dụ 7:30.',
  scheduleProblems: {
    ends_before_it_starts: 'Ngày kết thúc phải sau ngày bắt đầu.',
    ends_in_the_past: 'Ngày kết thúc đã qua. Chọn ngày từ hôm nay trở đi.',
  },
  weekdays: 'Các ngày trong tuần',
  hours: 'Giờ trong ngày',
  allDay: 'cả ngày',
  allDayHelp: 'Chưa giới hạn giờ: phát suốt thời gian màn hình bật.',
  addHours: 'Thêm khung giờ',
  removeHours: (n: number) => `Bỏ khung giờ ${n}`,
  fromTime: 'Từ',
  toTime: 'Đến',
  priorityLabel: 'Mức ưu tiên',
  normalHelp: 'Theo vòng phát chung.',
  priorityHelp: 'Đứng trước vòng phát, lượt nào cũng có.',
  weightLabel: 'Số lần mỗi vòng phát',
  weightHelp: 'Từ 1 đến 10',
  fromTo: (from: string, to: string) => `Từ ${from} đến hết ${to}`,
  fromOn: (from: string) => `Từ ${from}`,
  untilOn: (to: string) => `Đến hết ${to}`,
  fromApproval: 'Từ khi được duyệt đến khi gỡ',

  checkFields: 'Nội dung',
  checkFieldsDone: 'Đã điền đủ',
  checkWhere: 'Nơi hiển thị',
  checkWhen: 'Khung giờ',
  look: 'Xem lại',
  mend: 'Sửa',
  whoApproves:
    'Một người khác sẽ duyệt. Bản tin chỉ lên màn hình sau khi được duyệt.',
}
