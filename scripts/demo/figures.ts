/**
 * Bulletins of the demo that live by the clock or by figures: published
 * figures with their source; the by-election is an illustration.
 */
import type { DemoBulletin } from './bulletins.js'
import { daysAfter, nextWeekday } from './demo-dates.js'

/** Further bulletins for a demo made at `now` (ms). */
export function figureBulletins(now: number): DemoBulletin[] {
  const sunday = nextWeekday(daysAfter(now, 21), 7)
  return [
    {
      title: 'Đếm ngược tới ngày bầu cử bổ sung',
      templateId: 'countdown',
      expiresAt: `${daysAfter(Date.parse(sunday), 1)}T17:00:00.000Z`,
      basis: {
        number: '12/NQ-UBBC',
        issuedOn: daysAfter(now, -3),
        agency: 'Ủy ban bầu cử xã Tây Sơn',
        signer: 'Chủ tịch Ủy ban bầu cử',
      },
      fields: {
        event: 'Bầu cử bổ sung đại biểu Hội đồng nhân dân xã Tây Sơn',
        date: sunday,
        time: '07:00',
        endDate: sunday,
        endTime: '19:00',
        place: 'Tại bốn khu vực bỏ phiếu trong xã',
        during: 'Đang bỏ phiếu. Mời cử tri đi bầu trước 19 giờ.',
        after: 'Đã kết thúc bỏ phiếu. Cảm ơn cử tri đã đi bầu.',
      },
    },
    {
      title: 'Hộ nghèo của Gia Lai sau khi đổi chuẩn',
      templateId: 'line-chart',
      expiresAt: `${daysAfter(now, 180)}T17:00:00.000Z`,
      fields: {
        title: 'Hộ nghèo giảm sau khi đổi chuẩn năm 2022',
        unit: '% số hộ',
        period: '2020 – 2024',
        breakNote: 'chuẩn nghèo mới 2022 – 2025',
        points: [
          { label: '2020', value: 4.5 },
          { label: '2022', value: 10.09, kind: 'plan', newSeries: true },
          { label: '2024', value: 6.07 },
        ],
        source: 'Báo Gia Lai 01/2021; Đài PT-TH Gia Lai 12/2022, 01/2025',
      },
    },
    {
      title: 'Chủ đề và phương châm Đại hội XIV',
      templateId: 'congress-theme',
      expiresAt: `${daysAfter(now, 180)}T17:00:00.000Z`,
      fields: {
        congress: 'Đại hội đại biểu toàn quốc lần thứ XIV của Đảng',
        term: 'Họp từ 19 đến 23/01/2026',
        theme:
          'Dưới lá cờ vẻ vang của Đảng, chung sức, đồng lòng thực hiện thắng lợi các mục tiêu phát triển đất nước đến năm 2030; tự chủ chiến lược, tự cường, tự tin, tiến mạnh trong kỷ nguyên vươn mình của dân tộc vì hòa bình, độc lập, dân chủ, giàu mạnh, phồn vinh, văn minh, hạnh phúc, vững bước đi lên chủ nghĩa xã hội',
        motto: 'Đoàn kết - Dân chủ - Kỷ cương - Đột phá - Phát triển',
      },
    },
  ]
}
