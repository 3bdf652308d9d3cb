import type { Copy } from '../vi.js'

/** Writing a bulletin: template, fields, where, when, the last look. */
export const composeWords: Copy['compose'] = {
  chooseTitle: 'Choose a template',
  chooseLead:
    'These are real pages with sample content. Take the one nearest to your message.',
  noTemplates: 'No template is installed.',
  steps: ['Content', 'Where', 'When', 'Check and submit'],
  stepsLabel: 'Steps',
  next: (step) => `Next: ${step.toLowerCase()}`,
  titleLabel: 'Name of the bulletin',
  titleHelp: 'For finding it in the list; it is not shown on screens.',
  titleRequired: 'Give it a name, so that it can be found again.',
  templateIs: (name) => `Template: ${name}`,
  preview: 'Preview',

  unsaved: 'Not saved yet',
  saving: 'Saving…',
  saved: 'Saved',
  savedAt: (time) => `Saved by itself at ${time}`,
  waitingForNet: 'Will be saved when the network is back',
  offline:
    'No network. Your words are kept on this computer and saved by themselves when it is back.',
  notSaved: 'Not saved.',
  restored: 'Words that were not saved last time are back.',
  conflict: 'Somebody else has just changed this bulletin.',

  shape: 'Orientation',
  distance: 'Viewing distance',
  near: 'Close up',
  far: 'From 4 m',
  farHint:
    'Sit about half a metre from your monitor: text looks as large as on a 55 inch screen from 4 m.',
  safeArea: 'Safe area',
  borrowed: (names) => `Empty boxes show the sample: ${names}.`,
  previewOld: 'The picture is behind.',

  fits: (pages) =>
    pages === 1 ? 'Fits one page, nothing cut' : `${pages} pages, nothing cut`,
  fitsDetail: 'Measured on the very page that is shown.',
  cut: 'Something is cut or spills over',
  readable: 'Readable from 4 m',
  readableDetail: 'No text under the smallest size; enough contrast.',
  hardToRead: 'Something is hard to read',
  slotDetail: (n) => `Worked out from ${n} syllables.`,
  light: 'A good amount of text',
  heavy: 'Rather much text',
  lightDetail: (n) => `About ${n} syllables per page; up to 70 reads easily.`,
  toMend: (n) => (n === 1 ? '1 thing to mend' : `${n} things to mend`),

  whereLead:
    'Tick areas or single screens. The list on the right is exactly the screens that will show it.',
  exactly: (n) => (n === 1 ? 'Exactly 1 screen' : `Exactly ${n} screens`),
  chooseSome: 'Choose at least one place.',
  shapes: (landscape, portrait) =>
    `${landscape} landscape, ${portrait} portrait.`,
  awayNow: (n) => `${n} offline now; they get it when they are back.`,

  dates: 'Dates',
  fromDate: 'From',
  fromDateHelp: 'Empty: from approval',
  toDate: 'Until the end of',
  toDateHelp: 'Empty: until taken down',
  badDate: 'Enter a date such as 15/3/2026.',
  badTime: 'Enter a time such as 7:30.',
  scheduleProblems: {
    ends_before_it_starts: 'The end has to be after the start.',
    ends_in_the_past: 'The end has passed. Choose today or later.',
  },
  weekdays: 'Days of the week',
  hours: 'Hours of the day',
  allDay: 'all day',
  allDayHelp: 'No limit: shown whenever the screen is on.',
  addHours: 'Add hours',
  removeHours: (n) => `Remove hours ${n}`,
  fromTime: 'From',
  toTime: 'To',
  priorityLabel: 'Priority',
  normalHelp: 'In the common loop.',
  priorityHelp: 'Ahead of the loop, in every cycle.',
  weightLabel: 'Showings per loop',
  weightHelp: '1 to 10',
  fromTo: (from, to) => `From ${from} to the end of ${to}`,
  fromOn: (from) => `From ${from}`,
  untilOn: (to) => `Until the end of ${to}`,
  fromApproval: 'From approval until taken down',

  checkFields: 'Content',
  checkFieldsDone: 'Complete',
  checkWhere: 'Where',
  checkWhen: 'When',
  look: 'Look again',
  mend: 'Mend',
  whoApproves:
    'Another person approves. It reaches screens only after approval.',
}
