import type { Copy } from '../vi.js'

/** What screens really showed. */
export const reportWords: Copy['reports'] = {
  title: 'Playing report',
  lead: 'Added up from the logs that screens sign and send: only what was really on the glass.',
  span: 'Days',
  from: 'From',
  until: 'Until',
  presets: { week: 'Last 7 days', month: 'Last 30 days', year: 'This year' },
  by: 'Added up by',
  byWords: {
    bulletin: 'Bulletin',
    screen: 'Screen',
    area: 'Area',
    category: 'Category',
  },
  everyCategory: 'Every category',
  category: 'Category',
  badSpan:
    'The last day must not be before the first, and the span at most 366 days.',
  shown: (screens, of) => ({
    big: screens,
    rest: `of ${of} screens showed at least one bulletin`,
  }),
  showings: (n) => `${n} showings`,
  hours: (n) => `${n} hours on the glass`,
  chart: 'Screens that showed something, day by day',
  chartDay: (day, screens, showings) =>
    `${day}: ${screens} screens, ${showings} showings`,
  quiet: (n) =>
    `On ${n} days no screen reported: off, offline and not sent yet, or only the holding slide.`,
  columns: {
    name: 'Name',
    screens: 'Screens',
    showings: 'Showings',
    hours: 'Hours',
    days: 'Days shown',
    run: 'In a row',
  },
  runDays: (n) => `${n} days`,
  none: 'No screen has reported showing anything in this span.',
  noneHint:
    'A screen that was offline sends its log when it returns; the figures follow.',
  more: (shown, all) =>
    `Showing ${shown} of ${all} rows. Choose a shorter span or one category to see all.`,
  csv: 'Download CSV',
  xlsx: 'Download Excel',
  print: 'Print',
}
