import type { Copy } from './copy.js'

/** What the product says in English: what happened, and what to do. */
export const en: Copy = {
  errors: {
    internal: [
      'This could not be done, and the cause has been recorded. Try again in a few minutes; if it stays so, call the administrator and read out request {requestId}.',
      'This could not be done, and the cause has been recorded. Try again in a few minutes; if it stays so, call the administrator.',
    ],
    'request.invalid': [
      '{count} places need mending. See the lines below.',
      'What was sent is not right yet. See the lines below, mend them and send again.',
    ],
    'request.not_found': [
      'There is no such page or address. Check the address.',
    ],
    'request.too_large': [
      'What was sent is too large (at most {maxBytes}). Send it in smaller parts.',
      'What was sent is too large. Send it in smaller parts.',
    ],
    'request.too_many': [
      'Too many tries at once. Wait {seconds} seconds and try again.',
      'Too many tries at once. Wait a minute and try again.',
    ],
    'request.wrong_origin': [
      'The request came from another site and was not taken. Open Bảng Tin at its own address and do it again.',
    ],
    'auth.required': ['Your session has ended. Sign in again to go on.'],
    'auth.invalid': [
      'The user name or password is not right. Check the keyboard and Caps Lock, and type it again.',
    ],
    'auth.forbidden': [
      'This account may not do that in {areaName}. If it should, ask the administrator.',
      'This account may not do that. If it should, ask the administrator.',
    ],
    'auth.assertion_invalid': [
      'The screen could not prove who it is. If it was just set up anew, pair it again with the code on the glass.',
    ],
    'auth.assertion_clock': [
      'The clock of the screen is too far off. Set its time; the screen then connects by itself.',
    ],
    'account.not_found': [
      'There is no account “{userName}”. Check the user name.',
      'There is no such account. Check the user name.',
    ],
    'account.name_taken': [
      'The user name “{userName}” is taken. Choose another one.',
      'This user name is taken. Choose another one.',
    ],
    'account.weak_password': [
      'The password is too short or too easy to guess. Use at least {minLength} characters, for example four unrelated words.',
      'The password is too short or too easy to guess. Use a longer one, for example four unrelated words.',
    ],
    'area.not_found': [
      'There is no such area. The unit may have been renamed or merged; choose it again from the list.',
    ],
    'media.not_found': [
      'This picture is not in the library. Upload it again or choose another one.',
    ],
    'media.not_an_image': [
      'The file “{name}” is not a picture we can read. Use JPEG, PNG or WebP.',
      'This file is not a picture we can read. Use JPEG, PNG or WebP.',
    ],
    'media.too_many_bytes': [
      'The picture is too heavy (at most {maxBytes}). Make it lighter and upload it again.',
      'The picture is too heavy. Make it lighter and upload it again.',
    ],
    'media.too_many_pixels': [
      'A picture of {width} × {height} pixels is too large. Scale it to at most {maxPixels} pixels and upload it again.',
      'The picture has too many pixels. Scale it down and upload it again.',
    ],
    'media.svg_refused': [
      'An SVG picture can carry scripts, so it is not taken. Export it as PNG and upload that.',
    ],
    'file.not_found': [
      'This file is not in the store. Release the bulletin again to make it anew.',
    ],
    'file.damaged': [
      'A file in the store is damaged and was not sent. Restore it from the backup, or release the bulletin again.',
    ],
    'store.full': [
      'The disk is full, so this could not be saved. Free some space and do it again; what is playing is not affected.',
    ],
    'screen.not_found': [
      'There is no such screen. Load the list of screens again.',
    ],
    'screen.revoked': [
      'This screen was cut off. To use it again, pair it with the code on the glass.',
    ],
    'screen.not_ready': [
      'This screen has no programme yet. Release a bulletin to it and look again.',
    ],
    'pairing.not_found': [
      'No screen shows the code {code}. Look at the glass again and type all 6 characters.',
      'No screen shows this code. Look at the glass again and type all 6 characters.',
    ],
    'pairing.expired': [
      'The code has expired. Look at the screen for the new one.',
    ],
    'pairing.bad_proof': [
      'The screen could not prove that it holds its key. Restart the screen to get a new code.',
    ],
    'pairing.too_many': [
      'Too many screens ask to be paired at once. Wait a few minutes and try again.',
    ],
    'template.not_found': [
      'There is no template “{templateId}”. Choose another one from the list.',
      'There is no such template. Choose another one from the list.',
    ],
    'template.invalid': [
      'The template “{templateId}” is broken in {file}, at {field}. Mend that file; the template loads again by itself.',
      'The template “{templateId}” is broken and cannot be used now. Choose another one or tell its maker.',
      'This template is broken and cannot be used now. Choose another one or tell its maker.',
    ],
    'bulletin.not_found': [
      'There is no such bulletin. It may belong to another area; search for it by name.',
    ],
    'bulletin.fields_invalid': [
      '{count} places need mending before you go on. See the lines below.',
      'Some places need mending before you go on. See the lines below.',
    ],
    'bulletin.wrong_state': [
      'The bulletin is in another state, so this cannot be done now. Load the page again to see where it stands.',
    ],
    'bulletin.own_approval': [
      'Authors may not approve their own work. Ask another approver to release this bulletin.',
    ],
    'bulletin.conflict': [
      '{savedBy} changed this bulletin at {savedAt}. Compare the two and choose; what you typed is kept.',
      'Somebody just changed this bulletin. Compare the two and choose; what you typed is kept.',
    ],
    'bulletin.schedule_invalid': [
      'The schedule is not right. The end must be after the start and after now; mend it and save.',
    ],
    'bulletin.no_screens': [
      'There is no screen where this would be shown. Add an area or a screen.',
    ],
    'notice.not_found': [
      'There is no such urgent notice. Load the list again.',
    ],
    'notice.no_screens': [
      'There is no screen that this urgent notice would reach. Choose an area or a screen.',
    ],
    'notice.bad_expiry': [
      'The end must be after now and within 24 hours. Choose another end.',
    ],
    'notice.ended': [
      'This urgent notice ended at {endedAt}. If it is still needed, issue a new one.',
      'This urgent notice has ended. If it is still needed, issue a new one.',
    ],
    'seal.bad_seal': [
      'The seal does not fit, so this is not shown. The last good programme plays on; ask the administrator to look into it.',
    ],
    'seal.unknown_key': [
      'This was sealed with a key that is unknown or has ended, so it is not shown. Ask the administrator to check the keys.',
    ],
    'seal.malformed': [
      'What came in cannot be read, so it is not shown. Send it again; if it stays so, tell the administrator.',
    ],
    'seal.wrong_screen': [
      'This is for another screen, so it is not shown here. Check where it should be shown.',
    ],
    'seal.expired': [
      'This is no longer in force, so it is not shown. Release it again if it is still needed.',
    ],
    'protocol.too_old': [
      'The sender runs an older version. Update it and try again.',
    ],
    'protocol.too_new': [
      'The sender runs a newer version. Update the software here and try again.',
    ],
  },
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
