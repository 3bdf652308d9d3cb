/** Everything `npm run admin` says in Vietnamese; `en.ts` has the same keys. */
export const vi = {
  // The help: a line in words for each command, and the options it takes.
  usage: 'npm run admin -- <lệnh> [tùy chọn] [--lang vi|en]',
  usageLanguage: '--lang vi|en: tiếng Việt (mặc định) hoặc tiếng Anh.',
  usageEnvironment:
    'BANGTIN_DATA và BANGTIN_PORT phải giống như của CMS đang chạy.',
  'help.help': 'In phần trợ giúp này.',
  'help.create-account': 'Tạo tài khoản có vai trò trong một địa bàn.',
  'options.create-account':
    '--user ten --name "Họ tên" --role author [--role …] --area "Xã Tây Sơn" [--post "Chức vụ"] [--password …]',
  'help.reset-password': 'Đặt lại mật khẩu và kết thúc mọi phiên.',
  'options.reset-password': '--user ten [--factors] [--password …]',
  'help.freeze': 'Khóa một tài khoản; lịch sử vẫn giữ.',
  'options.freeze': '--user ten [--reason "Nghỉ hưu"]',
  'help.unfreeze': 'Mở khóa một tài khoản.',
  'options.unfreeze': '--user ten',
  'help.screens':
    'Liệt kê màn hình: mã, tình trạng, tên, địa bàn, liên lạc cuối.',
  'help.claim': 'Ghép màn hình bằng mã đang hiện trên đó.',
  'options.claim':
    '--code ABC234 --name "Sảnh" --area "Xã Tây Sơn" [--orientation landscape|portrait] [--class 1080|2160] [--inches 55] [--metres 4] [--language vi …]',
  'help.notice': 'Phát ngay thông báo khẩn, viết bằng tiếng Việt.',
  'options.notice':
    '--title "Lũ trên sông Ba" [--action "Sơ tán ngay!"] --advice "Đi ngay: các hộ ven sông" [--advice …] --level 4 --minutes 60 --area "Xã Tây Sơn" | --screen <mã màn hình> [--owner "Xã …"] [--icon flood] [--phone 112] [--drill]',
  'help.recall': 'Kết thúc một thông báo khẩn trên mọi màn hình.',
  'options.recall': '--id <mã thông báo>',
  'help.board': 'Xem màn hình nào đã nhận, đang hiển thị một thông báo.',
  'options.board': '--id <mã thông báo>',
  'help.bundle': 'Ghi chương trình của màn hình vào một tệp để mang bằng USB.',
  'options.bundle':
    '(--screen <mã> | --area <địa bàn> | --group <mã nhóm>)… --to <tệp>',
  'help.backup': 'Sao lưu cơ sở dữ liệu ngay bây giờ.',
  'help.verify-audit': 'Kiểm tra nhật ký có bị sửa hay bị cắt không.',

  // What is not understood.
  commandUnknown: 'Không có lệnh "{name}".',
  languageUnknown: '--lang phải là vi hoặc en.',
  wordUnknown: 'Không hiểu "{word}".',
  optionUnknown: 'Không có tùy chọn --{name}.',
  optionEmpty: '--{name} cần một giá trị.',
  optionMissing: 'Thiếu --{name}.',
  optionChoices: '--{name} phải là một trong: {choices}.',
  areaUnknown: 'Không có địa bàn "{said}".',
  areaAmbiguous: '"{said}" là nhiều địa bàn; dùng mã số:',
  screenIdInvalid: '"{id}" không phải mã màn hình (xem: admin screens).',
  placeMissing: 'Cần --area hoặc --screen: nơi hiển thị.',

  // What the CMS does not let us do.
  tokenMissing:
    'Chưa có mã vận hành {path}. Khởi động CMS một lần, và đặt BANGTIN_DATA như CMS.',
  cmsUnreachable:
    'Không kết nối được CMS ở {url}. Khởi động CMS, hoặc đặt BANGTIN_PORT như CMS.',
  cause: 'Nguyên nhân: {reason}',
  cmsAnsweredOddly: 'CMS trả lời HTTP {status} mà không nói lý do.',

  // What was done.
  accountMade: 'Đã tạo tài khoản {userName} ({areaName}).',
  passwordReset: 'Đã đặt lại mật khẩu của {userName}; mọi phiên đã kết thúc.',
  passwordOnce: 'Mật khẩu dùng một lần, phải đổi khi đăng nhập: {password}',
  accountFrozen: 'Đã khóa tài khoản {userName}; mọi phiên đã kết thúc.',
  accountUnfrozen: 'Đã mở khóa tài khoản {userName}.',
  screenCount: '{count} màn hình.',
  screenClaimed: 'Đã ghép màn hình {name}: {id}',
  noticeSent: 'KHẨN {id}: {title}',
  drillSent: 'DIỄN TẬP {id}: {title}',
  noticeReach: 'Gửi tới {count} màn hình, đến {until}.',
  noticeRecalled: 'Đã kết thúc "{title}" trên {count} màn hình.',
  boardCounts:
    'màn hình {screens} · gửi {sent} · nhận {received} · hiển thị {shown} · thiếu {missing}',
  bundleWritten: 'Đã ghi gói USB: {path} ({size} byte).',
  bundleIncomplete:
    'Cần --screen, --area hoặc --group: cho màn hình nào; và --to: ghi vào tệp nào.',
  groupIdInvalid: '"{id}" không phải mã nhóm màn hình.',
  fileNotWritten: 'Không ghi được {path}: {reason}',
  backedUp: 'Đã sao lưu: {path}',
  backUpWithPgDump: 'PostgreSQL: dùng pg_dump để sao lưu.',
  auditWhole: 'Nhật ký nguyên vẹn: {lines} dòng.',
  auditBroken: 'Nhật ký bị phá từ dòng {line} ({reason}).',

  // The audit, read in the database itself.
  'help.audit-verify':
    'Chứng thực nhật ký trong cơ sở dữ liệu, không cần CMS chạy.',
  'help.audit-export': 'Xuất toàn bộ nhật ký ra tệp CSV hoặc JSON.',
  'options.audit-export':
    '--to nhat-ky.csv|nhat-ky.json [--from 2026-01-01] [--until 2026-02-01] [--act bulletin]',
  auditProved: 'Nhật ký nguyên vẹn: {lines} dòng, từ dòng {from}.',
  auditSealed: 'Đã niêm phong đến dòng {number}; niêm phong đúng: {count}.',
  auditUnsealed: 'Chưa có niêm phong nào.',
  auditNoKey:
    'Không thấy khóa gốc {path}: chuỗi đúng, nhưng chưa kiểm tra được niêm phong.',
  auditCut: 'Các dòng trước dòng {from} đã cắt tại một niêm phong.',
  auditNone: 'Chưa có cơ sở dữ liệu ở {path}. Đặt BANGTIN_DATA như của CMS.',
  auditUnread:
    'Không đọc được nhật ký. Cơ sở dữ liệu phải được CMS phiên bản này mở một lần.',
  auditExported: 'Đã xuất {lines} dòng vào {path}.',
  auditFileThere: 'Đã có tệp {path}. Chọn tên khác.',
  auditFileKind: '--to phải kết thúc bằng .csv hoặc .json.',
  auditDate: '--{name} phải là một ngày, ví dụ 2026-01-31.',
  'broken.missing': 'thiếu dòng',
  'broken.altered': 'dòng đã bị sửa',
  'broken.unchained': 'không nối với dòng trước',
  'broken.cut_off': 'phần cuối bị cắt',
  'broken.not_as_sealed': 'khác với lúc niêm phong',
  'broken.bad_seal': 'niêm phong không phải của hệ thống này',
} as const

/** The catalogue every language fills. */
export type Copy = Readonly<Record<keyof typeof vi, string>>
