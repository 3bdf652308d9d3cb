import type { Sentences } from '../copy.js'

export const tokensErrors = {
  'token.not_found': [
    'There is no such API token, or it belongs to a place you do not look after. Reload the list and choose again.',
  ],
  'token.bad_expiry': [
    'An API token has to end after now and within a year. Choose another last day.',
  ],
  'token.too_much': [
    'The API token asks for more than you hold, or for what only a person may do. Take roles away or choose a smaller area.',
  ],
  'token.too_many': [
    'There are {max} API tokens in force already. Revoke those no longer used, then make the new one.',
    'There are too many API tokens in force. Revoke those no longer used, then make the new one.',
  ],
} as const satisfies Sentences
