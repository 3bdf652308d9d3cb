/**
 * What the demo shows. Figures and legal rules are the published ones, with
 * their source on the slide; people, candidates, dates of outages and of the
 * by-election are illustrations, set from the day the demo is made.
 */
import type { Basis } from '../../shared/contract/api/bulletins.js'
import { sayDate, daysAfter, nextWeekday } from './demo-dates.js'

export type DemoBulletin = {
  title: string
  templateId: string
  fields: Record<string, unknown>
  /** Instant, UTC. */
  expiresAt: string
  priority?: 'normal' | 'priority'
  /** An illustration, as the by-election is one. */
  basis?: Basis
}

/** The eight bulletins for a demo made at `now` (ms). */
export function demoBulletins(now: number): DemoBulletin[] {
  const sunday = nextWeekday(daysAfter(now, 21), 7)
  const voted = `${sunday}T12:00:00.000Z`
  const inMonths = (months: number) =>
    `${daysAfter(now, months * 30)}T17:00:00.000Z`
  const basis: Basis = {
    number: '12/NQ-UBBC',
    issuedOn: daysAfter(now, -3),
    agency: 'Ủy ban bầu cử xã Tây Sơn',
    signer: 'Chủ tịch Ủy ban bầu cử',
  }
  return [
    {
      title: 'Ngày bầu cử bổ sung và nơi bỏ phiếu',
      templateId: 'polling',
      basis,
      priority: 'priority',
      expiresAt: voted,
      fields: {
        date: sunday,
        election:
          'Bầu cử bổ sung đại biểu Hội đồng nhân dân xã Tây Sơn, nhiệm kỳ 2026 – 2031',
        opens: '07:00',
        closes: '19:00',
        places: [
          {
            name: 'Trường Tiểu học số 1 Tây Sơn',
            areas: 'Khối Phú Xuân, khối Phú Văn',
          },
          { name: 'Nhà văn hóa thôn Kiên Long', areas: 'Thôn Kiên Long' },
          {
            name: 'Nhà văn hóa thôn Phú Lạc',
            areas: 'Thôn Phú Lạc, thôn Phú Thọ',
          },
          { name: 'Trụ sở UBND xã', areas: 'Các khối còn lại' },
        ],
        reminder: 'Mang theo thẻ cử tri. Tự mình đi bầu.',
      },
    },
    {
      title: 'Danh sách người ứng cử, đơn vị bầu cử số 3',
      templateId: 'candidates',
      basis,
      expiresAt: voted,
      fields: {
        assembly:
          'đại biểu Hội đồng nhân dân xã Tây Sơn, nhiệm kỳ 2026 – 2031 (bổ sung)',
        unit: 'Đơn vị bầu cử số 3',
        unitAreas: 'Thôn Kiên Long, thôn Phú Lạc và thôn Phú Thọ',
        seats: 3,
        candidates: [
          {
            number: 1,
            name: 'Lê Thị Kim Chi',
            post: 'Phó Chủ tịch Hội Liên hiệp Phụ nữ xã',
          },
          {
            number: 2,
            name: 'Nguyễn Quốc Dũng',
            post: 'Chủ tịch Hội Nông dân xã',
          },
          {
            number: 3,
            name: 'Đinh Thị Hạnh',
            post: 'Hiệu trưởng Trường Tiểu học số 1',
          },
          { number: 4, name: 'Trần Minh Khôi', post: 'Trưởng thôn Phú Lạc' },
          {
            number: 5,
            name: 'Võ Thanh Tùng',
            post: 'Trạm trưởng Trạm Y tế xã',
          },
        ],
      },
    },
    {
      title: 'Nghị quyết Đại hội Đảng bộ tỉnh Gia Lai lần thứ I',
      templateId: 'resolution',
      expiresAt: inMonths(6),
      fields: {
        congress: 'Đại hội đại biểu Đảng bộ tỉnh Gia Lai lần thứ I',
        term: 'Nhiệm kỳ 2025 – 2030',
        quote: 'Đoàn kết - Dân chủ - Kỷ cương - Đột phá - Phát triển',
        quoteSource: 'Phương châm Đại hội XIV của Đảng',
        heading: 'Chỉ tiêu chủ yếu đến năm 2030',
        targets: [
          { value: '10 – 10,5', unit: '%/năm', label: 'Tốc độ tăng GRDP' },
          {
            value: '6.500',
            unit: 'USD',
            label: 'GRDP mỗi người, từ 6.300 USD',
          },
          {
            value: '> 41.000',
            unit: 'tỷ đồng',
            label: 'Thu ngân sách năm 2030',
          },
          {
            value: '33',
            unit: 'chỉ tiêu',
            label: '5 trụ cột, 4 đột phá',
          },
        ],
        points: [],
        source: 'Nguồn: VOV4, báo Dân Việt',
      },
    },
    {
      title: 'Kinh tế – xã hội Gia Lai năm 2021',
      templateId: 'indicators',
      expiresAt: inMonths(6),
      fields: {
        title: 'Năm 2021: GRDP của Gia Lai tăng 9,71%',
        planName: 'Kế hoạch, dự toán năm',
        rows: [
          {
            name: 'Thu ngân sách nhà nước',
            actual: 7592,
            unit: 'tỷ đồng',
            percentOfPlan: 150.4,
          },
          {
            name: 'Trồng rừng',
            qualifier: 'trên',
            actual: 8000,
            unit: 'ha',
            percentOfPlan: 100.17,
          },
          {
            name: 'Vốn đầu tư toàn xã hội',
            qualifier: 'trên',
            actual: 67200,
            unit: 'tỷ đồng',
            percentOfPlan: 96.1,
          },
          {
            name: 'Tốc độ tăng GRDP',
            actual: 9.71,
            unit: '%',
            change: '2020: 6,3%',
          },
          {
            name: 'Kim ngạch xuất khẩu',
            actual: 610,
            unit: 'triệu USD',
            change: 'tăng 5,17%',
          },
        ],
        source: 'Báo Gia Lai tháng 12/2021; Đài PT-TH Gia Lai ngày 29/12/2021',
      },
    },
    {
      title: 'Niêm yết kế hoạch phát triển kinh tế – xã hội của xã',
      templateId: 'official-notice',
      expiresAt: inMonths(1),
      fields: {
        title: 'Mời bà con xem và góp ý kế hoạch năm của xã',
        when: `Từ ${sayDate(daysAfter(now, 0))} đến ${sayDate(daysAfter(now, 30))}`,
        where: 'Trụ sở UBND xã, nhà văn hóa thôn',
        bring: 'Ý kiến góp ý, gửi qua trưởng thôn',
        issuer: 'UBND xã Tây Sơn',
        number: '112/TB-UBND',
        issuedOn: daysAfter(now, -1),
        subject:
          'Công khai kế hoạch phát triển kinh tế – xã hội hằng năm và kết quả thực hiện',
        body: 'Thực hiện Điều 11 Luật Thực hiện dân chủ ở cơ sở năm 2022, UBND xã công khai kế hoạch phát triển kinh tế – xã hội hằng năm của xã và kết quả thực hiện.\nNội dung cũng được gửi đến trưởng thôn để thông báo tới các hộ.',
        signer: 'Chủ tịch',
      },
    },
    {
      title: 'Lịch tiếp công dân',
      templateId: 'reception',
      expiresAt: inMonths(1),
      fields: {
        title: 'Lịch tiếp công dân xã Tây Sơn',
        rule: 'Thứ Năm hằng tuần. Trùng ngày lễ thì tiếp vào ngày làm việc kế tiếp.',
        hours: [
          { from: '07:30', to: '11:30' },
          { from: '13:00', to: '17:00' },
        ],
        place: 'Phòng Tiếp công dân, trụ sở UBND xã Tây Sơn',
        rows: [0, 7, 14, 21, 28].map((days, week) => ({
          date: nextWeekday(daysAfter(now, days), 4),
          name: week % 2 === 0 ? 'Chủ tịch UBND xã' : 'Phó Chủ tịch UBND xã',
          session: 'day',
        })),
        note: 'Mang theo căn cước. Không cần hẹn trước.',
      },
    },
    {
      title: 'Lịch tạm ngừng cấp điện',
      templateId: 'outage',
      expiresAt: `${daysAfter(now, 10)}T17:00:00.000Z`,
      fields: {
        kind: 'power',
        title: 'Tạm ngừng cấp điện trong tuần',
        reason: 'Thay dây dẫn, bảo dưỡng trạm biến áp trước mùa mưa bão.',
        rows: [
          {
            date: daysAfter(now, 2),
            from: '07:30',
            to: '11:00',
            area: 'Thôn Kiên Long, thôn Phú Lạc',
          },
          {
            date: daysAfter(now, 4),
            from: '07:30',
            to: '16:30',
            area: 'Khối Phú Xuân; Trường Tiểu học số 1 Tây Sơn',
          },
          {
            date: daysAfter(now, 7),
            from: '13:30',
            to: '17:00',
            area: 'Thôn Phú Thọ; trạm bơm Phú Thọ',
          },
        ],
        provider: 'Điện lực khu vực',
        phone: '1900 1909',
        note: 'Có thể cấp điện lại sớm hơn. Hãy coi như luôn có điện.',
      },
    },
    {
      title: 'Phòng sốt xuất huyết',
      templateId: 'health',
      expiresAt: inMonths(2),
      fields: {
        title: 'Bốn việc làm ngay để phòng sốt xuất huyết',
        facts: [
          {
            icon: 'water-jar',
            title: 'Đậy kín',
            text: 'lu, bể, phuy chứa nước',
          },
          {
            icon: 'drop',
            title: 'Thay nước',
            text: 'lọ hoa, máng gia cầm mỗi tuần',
          },
          {
            icon: 'bed-net',
            title: 'Ngủ màn',
            text: 'cả ban ngày, nhất là trẻ em',
          },
          {
            icon: 'clinic',
            title: 'Đi khám',
            text: 'khi sốt cao từ 2 ngày trở lên',
          },
        ],
        contact: 'Trạm Y tế xã Tây Sơn',
        contactNote: 'trực 24/24 giờ',
        phone: '0256 000 0115',
      },
    },
  ]
}
