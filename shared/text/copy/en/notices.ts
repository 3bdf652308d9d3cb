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
  'notice.changed': [
    'The notice was just corrected to version {version}. Look at the new one on the board, then correct again if needed.',
    'Someone just corrected this notice. Look at the new one on the board, then correct again if needed.',
  ],
  'notice.needs_second': [
    'In {areaName} a second duty officer confirms urgent notices. Choose “Send to a second officer”.',
    'In this area a second duty officer confirms urgent notices. Choose “Send to a second officer”.',
  ],
  'notice.own_order': [
    'Whoever wrote a notice does not confirm it. Ask another duty officer.',
  ],
  'notice.order_decided': [
    'Someone has already sent this notice or put it aside. Load the page again.',
  ],
  'cap.malformed': [
    'The CAP message cannot be read at {reason}. Ask its sender to follow CAP 1.2 and send it again; nothing was shown.',
    'The CAP message cannot be read. Ask its sender to follow CAP 1.2 and send it again; nothing was shown.',
  ],
  'cap.feed_not_found': ['There is no such CAP source. Load the list again.'],
} as const satisfies Sentences
