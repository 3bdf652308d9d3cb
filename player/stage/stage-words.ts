/** What the glass says before it has a programme: Vietnamese, then English. */
export const STAGE_WORDS = {
  vi: {
    newScreen: 'Màn hình mới',
    askOfficer:
      'Cán bộ phụ trách mở trang quản trị và nhập mã này để ghép màn hình.',
    compare: 'Trang quản trị phải hiện đúng dòng này:',
    starting: 'Màn hình đang chuẩn bị. Xin chờ trong giây lát.',
    waitingTitle: 'Đang nhận chương trình',
    waiting: 'Màn hình đã được ghép và đang tải nội dung lần đầu.',
  },
  en: {
    newScreen: 'New screen',
    askOfficer: 'Enter this code in the console to pair the screen.',
    compare: 'The console must show the same line:',
    starting: 'The screen is getting ready.',
    waitingTitle: 'Receiving the programme',
    waiting: 'The screen is paired and loads its content for the first time.',
  },
} as const
