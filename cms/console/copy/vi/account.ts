/** The own account, signing in by a second factor, proving who it is. */
export const accountWords = {
  title: 'Tài khoản của tôi',
  toAccount: 'Mở tài khoản của tôi',
  otherLanguage: 'Switch to English',

  signInByPasskey: 'Đăng nhập bằng khóa truy cập',
  secondTitle: 'Xác thực lớp thứ hai',
  secondLead: 'Mở ứng dụng mã xác thực trên điện thoại và nhập 6 chữ số.',
  recoveryLead: 'Nhập một mã dự phòng chưa dùng. Mỗi mã dùng được một lần.',
  code: 'Mã xác thực',
  codeHint: '6 chữ số trên ứng dụng, đổi sau mỗi 30 giây.',
  recoveryCode: 'Mã dự phòng',
  useRecovery: 'Không có điện thoại: dùng mã dự phòng',
  usePhone: 'Dùng mã trên điện thoại',
  otherAccount: 'Đăng nhập bằng tài khoản khác',
  passkeyBroken:
    'Chưa dùng được khóa truy cập. Thử lại, hoặc dùng cách khác bên cạnh.',

  firstTitle: 'Đổi mật khẩu',
  firstLead: (name: string) =>
    `${name}, mật khẩu vừa dùng do người khác cấp và đã hết hiệu lực. Đặt mật khẩu của riêng mình để bắt đầu.`,
  passwordLead: 'Đổi mật khẩu thì mọi phiên khác của tài khoản này kết thúc.',
  currentPassword: 'Mật khẩu hiện nay',
  newPassword: 'Mật khẩu mới',
  passwordAgain: 'Nhập lại mật khẩu mới',
  passwordHint:
    'Ít nhất 10 ký tự; bốn từ không liên quan thì dễ nhớ mà khó đoán. Không dùng tên đăng nhập hay mật khẩu quen thuộc.',
  passwordShort: 'Cần ít nhất 10 ký tự.',
  passwordDiffers: 'Hai lần nhập không giống nhau.',
  changePassword: 'Đổi mật khẩu',
  passwordChanged: 'Đã đổi mật khẩu.',
  passwordToGoOn: 'Nhập mật khẩu để tiếp tục',
  goOn: 'Tiếp tục',

  factorMissing: 'Vai trò của bạn cần xác thực hai lớp.',
  factorSoon: (day: string) =>
    `Thiết lập trước ngày ${day} để không bị gián đoạn.`,
  factorDue:
    'Duyệt, phát thông báo và quản trị đang tạm dừng đến khi thiết lập.',
  factorNotShown:
    'Phiên này mới chỉ dùng mật khẩu. Đăng xuất rồi đăng nhập lại bằng lớp thứ hai.',
  factorWhy: (day: string) =>
    `Vai trò duyệt, trực khẩn và quản trị cần thêm một lớp ngoài mật khẩu. Thiết lập một trong hai cách dưới đây; từ ${day} các việc ấy bị từ chối nếu chưa có.`,
  factorShown: 'Phiên này đã xác thực hai lớp.',
  demoNote:
    'Đây là tỉnh dùng thử nên xác thực hai lớp không bắt buộc. Khi dùng thật, vai trò duyệt, trực khẩn và quản trị phải có.',

  authenticator: 'Ứng dụng mã xác thực',
  authenticatorLead:
    'Ứng dụng trên điện thoại cho mã 6 chữ số, đổi sau mỗi 30 giây; dùng được cả khi điện thoại không có mạng.',
  on: 'Đang dùng',
  off: 'Chưa dùng',
  setUp: 'Thiết lập',
  renewCodes: (left: number) => `Cấp lại mã dự phòng (còn ${left})`,
  removeAuthenticator: 'Gỡ ứng dụng',
  authenticatorAdded: 'Đã bật xác thực bằng ứng dụng.',
  authenticatorRemoved: 'Đã gỡ ứng dụng mã xác thực.',
  recoveryCodes: 'Mã dự phòng',
  recoveryWhy:
    'Ghi lại hoặc in các mã dự phòng này và cất riêng, không để cùng điện thoại. Mất điện thoại thì mỗi mã đăng nhập được một lần. Các mã chỉ hiện lần này.',
  codesKept: 'Tôi đã cất các mã',
  print: 'In',
  scan: 'Mở ứng dụng mã xác thực trên điện thoại, chọn thêm tài khoản và quét mã này.',
  qrAlt: 'Mã QR để thêm tài khoản vào ứng dụng mã xác thực',
  bySecret: 'Không quét được thì nhập khóa này vào ứng dụng:',
  confirmCode: 'Bật xác thực hai lớp',

  passkeys: 'Khóa truy cập',
  passkeysLead:
    'Đăng nhập bằng vân tay, khuôn mặt hoặc mã PIN của máy, hay khóa bảo mật cắm USB. Một khóa tính là đủ hai lớp.',
  passkeysNeedName:
    'Khóa truy cập cần mở Bảng tin bằng tên miền có https (hoặc localhost), không dùng được với địa chỉ bằng số.',
  passkeyName: 'Tên gợi nhớ',
  passkeyNameDefault: 'Máy của tôi',
  addPasskey: 'Thêm khóa truy cập',
  passkeyAdded: 'Đã thêm khóa truy cập.',
  passkeyRemoved: 'Đã gỡ khóa truy cập.',
  usedAt: (when: string) => `Dùng lần cuối ${when}`,
  addedAt: (when: string) => `Thêm ${when}, chưa dùng lần nào`,
  remove: 'Gỡ',
  removeNamed: (name: string) => `Gỡ khóa ${name}`,

  sessions: 'Phiên đăng nhập',
  sessionsLead:
    'Những nơi tài khoản này đang đăng nhập. Thấy nơi lạ thì kết thúc phiên và đổi mật khẩu.',
  thisOne: 'phiên này',
  unknownBrowser: 'Trình duyệt không rõ',
  end: 'Kết thúc',
  endNamed: (name: string) => `Kết thúc phiên ${name}`,
  endOthers: 'Kết thúc mọi phiên khác',
  sessionEnded: 'Đã kết thúc phiên.',

  proveTitle: 'Xác nhận đúng là bạn',
  proveLead:
    'Việc này quan trọng nên cần xác nhận lại. Trong 15 phút tới sẽ không hỏi nữa.',
  prove: 'Xác nhận',
  useCode: 'Dùng mã xác thực',
  usePassword: 'Dùng mật khẩu',
  usePasskey: 'Dùng khóa truy cập',
}
