import type { Copy } from '../vi.js'

/** Urgent notices: the list, and the board of receipts. */
export const noticeWords: Copy['notices'] = {
  title: 'Urgent notices',
  inForce: 'On air',
  past: 'Over',
  emptyTitle: 'There is no urgent notice now.',
  emptyBody:
    'When there is one, this page counts every screen that has it and shows it.',
  real: 'Real',
  drill: 'DRILL',
  states: {
    in_force: 'On air',
    recalled: 'Taken down',
    ended: 'Expired',
  },
  liveReal: 'Urgent notice on air – real',
  liveDrill: 'DRILL on air',
  overReal: 'Urgent notice, over',
  overDrill: 'DRILL, over',
  level: (n) => `Risk level ${n}`,
  onAir: (n, all) => ({
    big: String(n),
    rest: `of ${all} screens have shown it`,
  }),
  missing: (n) => `${n} screens have not got it.`,
  missingDo:
    'They get it when they are back. Call the person on duty to tell people by loudspeaker.',
  allShown: 'Every screen has shown it.',
  board: 'Screen by screen',
  screen: 'Screen',
  sent: 'Sent',
  received: 'Received',
  shown: 'Showing',
  shownPast: 'Shown',
  notYet: 'not yet',
  awayNow: 'Offline',
  waiting: 'Received, not shown yet',
  notReceived: 'Not received',
  failed: (why) => `Could not show it: ${why}`,
  ended: (when) => `Ended ${when}`,
  issued: 'Issued',
  expires: 'In force until',
  issuer: 'Speaks for',
  issuedBy: 'Issued by',
  recalledAt: 'Taken down',
  counts: (shown, all) => `${shown}/${all} screens`,
  recall: 'End the urgent notice',
  recallTitle: 'End this notice?',
  recallBody: (title, n) =>
    `“${title}” goes off ${n} screens and the normal programme returns. Screens that are offline will not show it when they are back.`,
  recalled: 'The order to end it is on its way.',

  composeReal: 'Write a real notice',
  composeDrill: 'Write a drill',
  composeRealLead:
    'This is REAL: it takes the whole glass the moment it is sent.',
  composeDrillLead:
    'DRILL: the screens say so in a band. Do not use this page in a real disaster.',
  toDrill: 'To the drill page',
  toReal: 'To the real page',
  kindLabel: 'Kind of notice',
  contentHead: 'Content',
  whereHead: 'Where',
  untilHead: 'Until',
  levelLabel: 'Disaster risk level',
  levels: [
    'Not a disaster',
    'Level 1 – low',
    'Level 2 – medium',
    'Level 3 – high',
    'Level 4 – very high',
    'Level 5 – disaster',
  ],
  hoursLabel: 'Expires by itself after',
  hours: (n) => (n === 1 ? '1 hour' : `${n} hours`),
  checkHead: 'Check three things',
  checkContent: 'Right content',
  checkWhere: 'Right place',
  checkUntil: 'Right time',
  untilSaid: (when) => `Until ${when}, then it ends by itself`,
  holdReal: (n) => `Hold for 2 seconds: REAL, on ${n} screens`,
  holdDrill: (n) => `Hold for 2 seconds: DRILL, on ${n} screens`,
  holdHint: 'With the keyboard: hold the space bar for 2 seconds.',
  notReady:
    'Complete the content, choose places and tick all three before sending.',
  sending: 'Sending…',

  reach: (n: number, on: number) => `To ${n} screens, ${on} of them on line.`,
  reachOff: (n: number) =>
    `${n} screens are off line: call the duty person there`,
  secondNeeded:
    'Two people send in this area: it goes out when a second duty officer confirms.',
  holdSecond: (n: number) =>
    `Hold for 2 seconds to ask a second officer (${n} screens)`,
  waitingHead: 'Waiting for a second duty officer',
  fromElsewhere: 'From another system, waiting for a reader',
  orderTitle: 'Confirm an urgent notice',
  orderLead: (who: string, when: string) =>
    `${who} wrote it at ${when}. Read it well: confirming sends it at once.`,
  orderFrom: (who: string, when: string) =>
    `Received from ${who} at ${when}. Read it well: confirming sends it at once.`,
  orderMine: 'You wrote this. Ask another duty officer to open this page.',
  orderGone: 'This notice waits no more.',
  orderGoneBody: 'Somebody sent it or put it aside. See the list of notices.',
  holdConfirm: (n: number) =>
    `Hold for 2 seconds to confirm and send to ${n} screens`,
  putAside: 'Put aside, do not send',
  writtenBy: (who: string) => `Written by ${who}`,
  correct: 'Correct what is on the screens',
  correctTitle: 'Correct a notice on the screens',
  correctLead: (n: number) =>
    `The correction takes its place on ${n} screens without a gap.`,
  samePlaces: (n: number) => `The same ${n} screens that have it now`,
  notReadyCorrect: 'Fill everything in and tick all three before sending.',
  holdCorrect: (n: number) =>
    `Hold for 2 seconds to send the correction to ${n} screens`,
  version: (n: number) => `Correction ${n - 1}`,
  pushAgain: (n: number) => `Send again now to ${n} screens`,
  pushedAgain: 'Sent again to the screens that are on line.',
  pace: 'Time to the glass',
  paceSaid: (median: string, slowest: string) =>
    `half of the screens within ${median}, the slowest ${slowest}`,
  source: 'Source',
  exportBoard: 'Download the receipts (CSV)',
  stopAll: 'Stop everything',
  stopAllLead:
    'Everything on the chosen screens, urgent notices included, gives way to a holding page until somebody lifts it.',
  stopReason: 'Reason',
  stopReasonHelp: 'For the record; it is not shown on the screens.',
  holdStop: (n: number) => `Hold for 2 seconds to STOP ${n} screens`,
  held: 'Stopped',
  heldHead: 'Everything stopped',
  heldLive: 'These screens are stopped and show a holding page only',
  heldOver: 'Playing again',
  lift: 'Let them play again',
  liftTitle: 'Let them play again?',
  liftBody: (n: number) =>
    `${n} screens go back to their programme, those off line when they return.`,
  lifted: 'The screens were told to play again.',
  seconds: (n: number) =>
    `${n.toLocaleString('en', { maximumFractionDigits: 1 })} s`,
}
