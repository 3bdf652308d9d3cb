/** What screens really showed. */
export const reportWords = {
  title: 'Báo cáo phát',
  lead: 'Cộng từ nhật ký phát do chính màn hình ký và gửi về: chỉ tính những gì đã thật sự hiện lên.',
  span: 'Khoảng ngày',
  from: 'Từ ngày',
  until: 'Đến ngày',
  presets: { week: '7 ngày qua', month: '30 ngày qua', year: 'Năm nay' },
  by: 'Tính theo',
  byWords: {
    bulletin: 'Bản tin',
    screen: 'Màn hình',
    area: 'Địa bàn',
    category: 'Lĩnh vực',
  },
  everyCategory: 'Mọi lĩnh vực',
  category: 'Lĩnh vực',
  badSpan:
    'Ngày kết thúc phải từ ngày bắt đầu trở đi, và cả khoảng không quá 366 ngày.',
  shown: (screens: string, of: string) => ({
    big: screens,
    rest: `trên ${of} màn hình đã chiếu ít nhất một bản tin`,
  }),
  showings: (n: string) => `${n} lượt`,
  hours: (n: string) => `${n} giờ trên màn hình`,
  chart: 'Số màn hình có chiếu, từng ngày',
  chartDay: (day: string, screens: string, showings: string) =>
    `${day}: ${screens} màn hình, ${showings} lượt`,
  quiet: (n: number) =>
    `${n} ngày không có màn hình nào báo về: tắt, mất mạng chưa gửi được, hoặc chỉ hiện màn hình chờ.`,
  columns: {
    name: 'Tên',
    screens: 'Màn hình',
    showings: 'Lượt',
    hours: 'Giờ',
    days: 'Ngày có chiếu',
    run: 'Liên tục',
  },
  runDays: (n: string) => `${n} ngày`,
  none: 'Chưa có màn hình nào báo đã chiếu gì trong khoảng này.',
  noneHint:
    'Màn hình mất mạng sẽ gửi bù khi nối lại; số liệu khi đó tự cập nhật.',
  more: (shown: string, all: string) =>
    `Đang hiện ${shown} trong ${all} dòng. Chọn khoảng ngắn hơn hoặc một lĩnh vực để xem hết.`,
  csv: 'Tải CSV',
  xlsx: 'Tải Excel',
  print: 'In',
}
