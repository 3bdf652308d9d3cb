import type { Sentences } from '../copy.js'

export const noticesErrors = {
  'notice.not_found': ['There is no such urgent notice. Load the list again.'],
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
} as const satisfies Sentences
