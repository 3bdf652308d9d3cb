import type { Sentences } from '../copy.js'

export const accountsErrors = {
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
} as const satisfies Sentences
