/** Holding back, ending sooner and letting go what is released already. */
export const timingWords = {
  title: 'Thời gian phát',
  heldUntil: (when: string) => `Đang giữ, phát từ ${when}.`,
  notHeld: 'Đang trong thời gian phát.',
  endsAt: (when: string) => `Hết hạn ${when}.`,
  noEnd: 'Không đặt ngày hết hạn.',
  letGo: 'Bỏ giữ, phát ngay',
  hold: 'Giữ lại, phát sau',
  holdTitle: 'Giữ lại đến lúc nào?',
  holdLead:
    'Trước giờ này không màn hình nào được chiếu, kể cả máy đang mất mạng.',
  end: 'Kết thúc sớm',
  endTitle: 'Kết thúc lúc nào?',
  endLead: (n: number) =>
    `Đến giờ này ${n} màn hình tự thôi chiếu, kể cả máy đang mất mạng. Cần gỡ ngay thì bấm “Gỡ khỏi màn hình”.`,
  tomorrowMorning: 'Sáng mai 07:00',
  inAnHour: (time: string) => `Một giờ nữa (${time})`,
  endOfToday: 'Hết hôm nay',
  date: 'Ngày',
  time: 'Giờ',
  isPast: 'Giờ này đã qua.',
  done: 'Đã đổi thời gian phát. Các màn hình đang nhận.',
}
