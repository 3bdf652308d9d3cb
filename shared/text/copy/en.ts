import type { Copy } from './copy.js'
import { accountsErrors } from './en/accounts.js'
import { areasErrors } from './en/areas.js'
import { bulletinsErrors } from './en/bulletins.js'
import { groupsErrors } from './en/groups.js'
import { tokensErrors } from './en/tokens.js'
import { importRows } from './en/imports.js'
import { mediaErrors } from './en/media.js'
import { noticesErrors } from './en/notices.js'
import { requestsErrors } from './en/requests.js'
import { screensErrors } from './en/screens.js'
import { sheetsErrors } from './en/sheets.js'

/** What the product says in English: what happened, and what to do. */
export const en: Copy = {
  errors: {
    ...accountsErrors,
    ...areasErrors,
    ...bulletinsErrors,
    ...groupsErrors,
    ...tokensErrors,
    ...mediaErrors,
    ...noticesErrors,
    ...requestsErrors,
    ...screensErrors,
    ...sheetsErrors,
  },
  importRows,
  fieldRules: {
    required: [
      'Fill in “{label}”, for example: {example}.',
      'Fill in “{label}”.',
      'This has to be filled in.',
    ],
    too_long: [
      '“{label}” has {length} characters, at most {max}. Shorten it.',
      'At most {max} characters. Shorten it.',
      'Too long. Shorten it.',
    ],
    too_short: [
      'At least {min} characters. Write some more.',
      'Too short. Write some more.',
    ],
    too_many: [
      'At most {max} rows. Remove some.',
      'Too many rows. Remove some.',
    ],
    too_few: ['At least {min} rows. Add some.', 'Too few rows. Add some.'],
    range: [
      'Enter a number from {min} to {max}.',
      'Enter a number of {min} or more.',
      'Enter a number of at most {max}.',
      'This number is out of range. Check it.',
    ],
    pattern: [
      'Write it like: {example}.',
      'Not in the right form. See the hint beside the field.',
    ],
    format: [
      'Write it like: {example}.',
      'Not in the form of a date, time or address. Check it.',
    ],
    type: [
      'This takes another kind of value, for example: {example}.',
      'This takes another kind of value. See the hint beside the field.',
    ],
    choice: ['Choose one of: {choices}.', 'Choose a value from the list.'],
    unknown: [
      'The template has no field “{name}”. Remove it.',
      'The template has no such field. Remove it.',
    ],
    duplicate: [
      '“{value}” stands above already. Remove one of the two.',
      'This value stands above already. Remove one of the two.',
    ],
    past_date: [
      '“{label}” must be after today ({today}).',
      'This day must be after today. Choose another one.',
    ],
    wrong_order: ['The end must be after the start. Choose again.'],
    too_much_text: [
      '{over} syllables more than fit on a page. Shorten it or press “Split in 2 pages”.',
      'More text than fits on a page. Shorten it or press “Split in 2 pages”.',
    ],
    image_too_small: [
      'The picture is too small ({width} × {height}) and would be blurred on the screen. Choose one at least {minWidth} wide.',
      'The picture is too small and would be blurred on the screen. Choose one at least 1920 wide.',
    ],
    media_not_ready: [
      'This file is not ready or has failed. Wait a few minutes, or choose another.',
    ],
    rights_over: [
      'The rights to this file have ended. Choose another, or correct the date in the library.',
    ],
    letters: [
      'The fonts of the screens have no “{letters}”. Remove or replace it.',
      'A character here cannot be shown on the screens. Remove it.',
    ],
    not_a_film: ['This file is not a film. Choose a film from the library.'],
    not_a_picture: [
      'This file is a film. A picture is needed here; films have a template of their own.',
    ],
    alt_missing: [
      'This picture has no description for those who cannot see it. Write one in the library.',
    ],
    image_missing: [
      'This picture is not in the library. Choose another one or upload it again.',
    ],
    invalid: ['This is not right yet. See the hint beside the field.'],
  },
  explanations: {
    on_now: ['On now, until {until}.', 'On now.'],
    waits_its_turn: [
      'Waits for its turn, next at {until}.',
      'Waits for its turn.',
    ],
    behind_urgent: [
      'Gives way to an urgent notice, until {until}.',
      'Gives way to an urgent notice.',
    ],
    not_before: ['Not to be shown before {until}.', 'Not to be shown yet.'],
    expired: ['Has expired and is not shown any more.'],
    outside_window: [
      'Outside its period; shown again from {until}.',
      'Outside its period, and no further one follows.',
    ],
    wrong_weekday: [
      'Not on this weekday; shown again from {until}.',
      'Not on this weekday, and no further day follows.',
    ],
    outside_daypart: [
      'Outside its hours; shown again from {until}.',
      'Outside its hours, and no further time follows.',
    ],
    recalled: ['Was recalled and is not shown.'],
    wrong_language: ['Has no page in a language of this screen.'],
    alone_too_long: [
      'The screen has been out of touch too long to show this kind of content. Check the network where it hangs.',
    ],
  },
  refusals: {
    bad_seal: ['The seal does not fit.'],
    unknown_key: ['Sealed with a key that is unknown or has ended.'],
    wrong_screen: ['Meant for another screen.'],
    older: ['Older than what the screen holds.'],
    expired: ['No longer in force.'],
    recalled: ['Was recalled.'],
    malformed: ['Cannot be read.'],
    hash_mismatch: ['A fetched file differs from the sealed one.'],
    too_new: ['The software of the screen needs an update.'],
    disk_full: ['The disk of the screen is full.'],
    missing_file: ['A file is missing.'],
    not_painted: ['Could not be brought onto the glass.'],
  },
  cap: {
    actions: {
      Shelter: 'Take shelter!',
      Evacuate: 'Evacuate now!',
      Prepare: 'Get prepared',
      Execute: 'Follow the plan',
      Avoid: 'Keep away from here',
      Monitor: 'Follow the news',
      Assess: 'Watch the situation',
      AllClear: 'All clear',
      None: 'Follow the news',
    },
    where: 'Where',
    advice: 'What to do',
  },
  weekdays: [
    'Monday',
    'Tuesday',
    'Wednesday',
    'Thursday',
    'Friday',
    'Saturday',
    'Sunday',
  ],
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  lunarMonths: [
    'first',
    'second',
    'third',
    'fourth',
    'fifth',
    'sixth',
    'seventh',
    'eighth',
    'ninth',
    'tenth',
    'eleventh',
    'twelfth',
  ],
  leapMonth: 'leap',
  lunarDay: 'lunar',
}
