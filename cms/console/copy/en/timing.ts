/** Holding back, ending sooner and letting go what is released already. */
export const timingWords = {
  title: 'Times',
  heldUntil: (when: string) => `Held, on air from ${when}.`,
  notHeld: 'In its time.',
  endsAt: (when: string) => `Ends ${when}.`,
  noEnd: 'No end is set.',
  letGo: 'Lift the hold, show it now',
  hold: 'Hold, show later',
  holdTitle: 'Hold it until when?',
  holdLead:
    'No screen shows it before this time, not even one without a network.',
  end: 'End early',
  endTitle: 'When does it end?',
  endLead: (n: number) =>
    `At this time ${n} screens stop showing it by themselves, even without a network. To take it off at once, choose “Take off the screens”.`,
  tomorrowMorning: 'Tomorrow 07:00',
  inAnHour: (time: string) => `In an hour (${time})`,
  endOfToday: 'End of today',
  date: 'Date',
  time: 'Time',
  isPast: 'This time is past.',
  done: 'The times are changed. The screens are getting them.',
}
