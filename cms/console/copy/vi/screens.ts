/** Screens: the list, one screen, pairing. */
export const screenWords = {
  title: 'Màn hình',
  pair: 'Ghép màn hình mới',
  search: 'Tìm theo tên, thôn, làng',
  running: (ok: number, all: number) => ({
    big: String(ok),
    rest: `trên ${all} màn hình chạy đúng`,
  }),
  faultsFirst: 'Cần xem trước',
  faultsFirstHint: 'màn hình có lỗi luôn ở đầu danh sách',
  emptyTitle: 'Chưa ghép màn hình nào.',
  emptyBody: 'Bật màn hình, đọc mã 6 ký tự hiện trên đó rồi bấm nút dưới đây.',
  health: {
    revoked: 'Đã thu hồi',
    offline: 'Mất kết nối',
    stage_dead: 'Không hiển thị được',
    refusing: 'Từ chối nội dung',
    syncing: 'Đang tải nội dung',
    outdated: 'Nội dung cũ',
    ok: 'Đang chiếu',
  },
  reasons: {
    revoked:
      'Màn hình này không còn được nhận nội dung. Muốn dùng lại phải ghép lại từ đầu.',
    offline:
      'Máy phát không liên lạc được: có thể mất điện, mất mạng hoặc đang tắt. Màn hình vẫn tự chiếu chương trình đã có.',
    stage_dead:
      'Máy phát còn liên lạc nhưng trang trình chiếu không trả lời. Máy tự khởi động lại trang; nếu vẫn vậy sau 5 phút, tắt bật nguồn máy phát.',
    refusing:
      'Máy phát nhận được nội dung không đúng chữ ký số hoặc không toàn vẹn nên giữ chương trình cũ. Báo quản trị viên.',
    syncing:
      'Máy phát đang tải tệp còn thiếu. Trong lúc đó vẫn chiếu chương trình cũ.',
    outdated:
      'Máy phát chưa chuyển sang chương trình mới nhất. Thường tự xong trong vài phút.',
    ok: 'Máy phát đang chiếu đúng chương trình mới nhất.',
  },
  lastSeen: (when: string) => `Báo về ${when}`,
  neverSeen: 'Chưa báo về lần nào',
  inches: (n: number) => `${n} inch`,
  filesMissing: (n: number) => `Còn thiếu ${n} tệp`,
  refused: (what: string) => `Lý do: ${what}`,
  nothingOn: 'Chưa nhận chương trình nào',
  now: 'Trên màn hình lúc này',
  then: (when: string) => `Trên màn hình lúc ${when}`,
  holding: 'Màn hình chờ: tên cơ quan, đồng hồ và số điện thoại',
  until: (time: string) => `đến ${time}`,
  notice: 'Thông báo khẩn',
  computed: 'Tính từ chương trình đã ký gửi cho màn hình này.',
  why: 'Vì sao?',
  noItems: 'Chương trình của màn hình này chưa có bản tin nào.',
  whenLabel: 'Xem vào lúc khác',
  whenDate: 'Ngày',
  whenTime: 'Giờ',
  whenGo: 'Xem',
  whenNow: 'Về hiện tại',
  settings: 'Cài đặt',
  editSettings: 'Sửa cài đặt',
  saved: 'Đã lưu cài đặt màn hình.',
  save: 'Lưu',
  area: 'Địa bàn',
  shape: 'Hướng',
  size: 'Kích thước và khoảng cách',
  sizeOf: (inches: string, metres: string) =>
    `${inches} inch, người xem đứng cách ${metres} m`,
  languages: 'Ngôn ngữ',
  ticker: 'Dòng chữ cuối màn hình',
  noTicker: 'Không có',
  manifest: 'Chương trình',
  manifestOf: (held: string, sealed: number) =>
    `Đang chiếu bản số ${held}, mới nhất là số ${sealed}`,
  player: 'Máy phát',
  playerOf: (version: string, width: number, height: number) =>
    `Phiên bản ${version}, ${width} × ${height}`,
  pairedAt: 'Ghép lúc',

  revoke: 'Thu hồi màn hình',
  revokeTitle: 'Thu hồi màn hình này?',
  revokeBody: (name: string) =>
    `“${name}” sẽ ngừng nhận mọi nội dung ngay và chỉ hiện màn hình chờ. Muốn dùng lại phải ghép lại từ đầu. Gõ tên màn hình để xác nhận.`,
  revokeName: 'Tên màn hình',
  revoked: 'Đã thu hồi màn hình.',

  pairTitle: 'Ghép màn hình',
  pairLead: 'Bật màn hình mới. Trên đó hiện một mã 6 ký tự.',
  code: 'Mã trên màn hình',
  codeHelp: 'Không có số 0, số 1, chữ O và chữ I.',
  codeBad: 'Mã gồm 6 chữ và số, như hiện trên màn hình.',
  find: 'Tìm màn hình',
  compare: 'Trên màn hình có đúng dòng chữ này không?',
  compareHelp:
    'Dòng chữ này tạo từ khóa riêng của máy phát. Nếu khác, có máy khác đang giả làm màn hình của bạn.',
  same: 'Đúng, giống hệt',
  different: 'Không giống',
  differentTitle: 'Đừng ghép màn hình này.',
  differentBody:
    'Tắt bật lại máy phát, đợi mã mới rồi thử lại. Nếu vẫn khác, gọi kỹ thuật của tỉnh.',
  again: 'Nhập mã khác',
  machine: (host: string, width: number, height: number) =>
    `Máy ${host}, ${width} × ${height}`,
  describe: 'Màn hình này treo ở đâu?',
  name: 'Tên màn hình',
  nameHelp:
    'Tên nơi treo để người trực tìm được, ví dụ “Nhà văn hóa làng Plei Bông”.',
  nameRequired: 'Nhập tên màn hình.',
  areaRequired: 'Chọn địa bàn của màn hình.',
  inchesLabel: 'Cỡ màn hình (inch)',
  inchesBad: 'Nhập cỡ từ 10 đến 500 inch.',
  metresLabel: 'Khoảng cách đứng xem (m)',
  metresBad: 'Nhập khoảng cách từ 0,5 đến 50 m.',
  classLabel: 'Độ nét',
  classes: { '1080': 'Full HD (1080)', '2160': '4K (2160)' },
  languagesRequired: 'Chọn ít nhất một ngôn ngữ.',
  tickerHelp: 'Mỗi dòng một tin, tối đa 62 ký tự. Để trống nếu không dùng.',
  tickerLong: (n: number) => `Dòng ${n} dài quá 62 ký tự. Rút gọn lại.`,
  claim: 'Ghép màn hình',
  claimed: (name: string) =>
    `Đã ghép “${name}”. Màn hình đang tải chương trình đầu tiên.`,
}
