/** Corrections: one wrong text found everywhere, mended with one approval. */
export const correctionWords = {
  title: 'Corrections',
  start: 'Correct a mistake',
  lead: 'Find a wrong name or sentence in everything on air, mend it once, approve it once.',
  emptyTitle: 'No corrections yet.',
  emptyBody:
    'When a name or a number is wrong in many bulletins, mend them all from here.',
  states: {
    submitted: 'Waiting for approval',
    released: 'Corrected',
    returned: 'Turned down',
  },
  line: (text: string, replacement: string) => `“${text}” → “${replacement}”`,
  proposedBy: (name: string, when: string) => `proposed by ${name} ${when}`,
  decidedBy: (name: string, when: string) => `decided by ${name} ${when}`,
  bulletins: (n: number) => (n === 1 ? '1 bulletin' : `${n} bulletins`),

  findTitle: 'Find the mistake',
  findLabel: 'The wrong name or sentence',
  findHelp: 'Accents may be left out. At least 2 letters.',
  find: 'Find',
  nothingFound: (text: string) =>
    `Nothing on air in your areas says “${text}”.`,
  found: (places: number, bulletins: number) =>
    `${places} places in ${bulletins} bulletins on air`,
  more: 'There are more. Mend these, then search again.',
  inNotices:
    'Urgent notices say it too. Correct them under Urgent notices, not from here:',
  otherAccents: 'Other accents: look closely',
  all: 'Choose all',
  none: 'Choose none',
  chosen: (places: number, bulletins: number) =>
    `${places} places in ${bulletins} bulletins chosen`,
  replacementLabel: 'Change to',
  reasonLabel: 'Why',
  reasonHelp: 'The approver and the audit log read this.',
  preview: 'See the slides before and after',
  previewAgain: 'Draw the slides again',
  beforeAfter: 'Before and after',
  before: 'On air now',
  after: 'Will be on air',
  onScreens: (n: number) => (n === 1 ? '1 screen' : `${n} screens`),
  submit: (n: number) =>
    n === 1 ? 'Submit 1 bulletin' : `Submit ${n} bulletins at once`,
  submitted: 'Submitted. Another person approves all of it at once.',
  chooseSome: 'Choose at least one place, and write the new text and why.',

  reason: 'Reason',
  approve: (n: number) =>
    n === 1 ? 'Approve, correct 1 bulletin' : `Approve, correct ${n} bulletins`,
  released: 'Approved. The correction is on its way to the screens.',
  refuse: 'Turn down',
  letGo: 'Let it go',
  refuseTitle: 'Do not correct',
  refuseWhy: 'Why?',
  refused: 'Closed. Nothing changed on any screen.',
  changed:
    'A bulletin changed after you saw its slides. Nothing was released. Look again, then approve.',
  waits: 'Waiting for another person. Who proposed it cannot approve it.',
  overtaken:
    'One of these bulletins changed after this was proposed, so it cannot be approved any more. Close it and search again.',
  screensTitle: 'Which screens have it',
  screensCount: (has: number, all: number) => `${has} of ${all} screens`,
  missingFirst: 'Screens without it come first, those that are off included.',
  of: 'Bulletins it mends',
}
