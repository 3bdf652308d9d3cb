/** The first page: what waits, what is wrong, what is on. */
export const todayWords = {
  title: 'Hôm nay',
  lead: 'Việc đang chờ, màn hình cần xem và những gì đang phát ở nơi bạn phụ trách.',
  compose: 'Soạn bản tin',

  mine: 'Việc của tôi',
  nothing: 'Không có việc nào đang chờ bạn.',
  toApprove: 'chờ bạn duyệt',
  toCorrect: 'đính chính chờ bạn duyệt',
  toConfirm: 'thông báo khẩn chờ người thứ hai',
  cameBack: 'bị trả lại để sửa',
  sent: 'bạn đã gửi, chờ duyệt',
  from: (name: string) => `của ${name}`,
  more: (n: number) => `và ${n} việc nữa`,

  inForce: 'Thông báo khẩn đang phát',

  screens: 'Màn hình cần xem',
  allWell: (n: number) =>
    n === 0
      ? 'Chưa có màn hình nào ở nơi bạn phụ trách.'
      : `Cả ${n} màn hình đều chạy đúng.`,
  troubled: (bad: number, all: number) =>
    `${bad} trên ${all} màn hình cần người xem`,
  do: {
    offline:
      'Nhờ người ở chỗ đặt máy xem điện và mạng. Màn hình vẫn tự chiếu chương trình đã có.',
    stage_dead: 'Chờ 5 phút; nếu chưa hết thì tắt rồi bật nguồn máy phát.',
    refusing: 'Báo quản trị viên: nội dung nhận được không đúng chữ ký số.',
    outdated:
      'Thường tự xong trong vài phút; quá 15 phút thì xem mạng của máy.',
    syncing: 'Đang tải, chưa cần làm gì.',
  },
  allScreens: 'Xem tất cả màn hình',

  live: 'Đang phát',
  liveCount: (n: number) => ({ big: String(n), rest: 'bản tin đang phát' }),
  seeLive: 'Xem danh sách đang phát',
  starts: 'Sắp bắt đầu',
  ends: 'Sắp kết thúc',
  noStarts: 'Ba ngày tới không có bản tin nào chờ đến giờ.',
  noEnds: 'Ba ngày tới không có bản tin nào hết hạn.',
}
