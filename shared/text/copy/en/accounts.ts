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
  'account.name_invalid': [
    'A user name has 2 to 40 plain letters, digits, dots or underscores and begins with a letter. Mend the name.',
  ],
  'account.name_lookalike': [
    'This user name is easily taken for “{userName}”. Choose a plainly different one.',
    'This user name is easily taken for another. Choose a plainly different one.',
  ],
  'account.own_grant': [
    'Nobody gives a role to themselves. Ask another administrator.',
  ],
  'account.last_administrator': [
    'This is the last active administrator. Give the role to someone else first, then do it again.',
  ],
  'account.frozen': [
    'The account is frozen. Unfreeze it first, then do it again.',
  ],
  'account.grant_not_found': [
    'There is no such role. Load the page again for the latest list.',
  ],
  'account.session_not_found': [
    'There is no such session; it may have ended. Load the page again.',
  ],
  'account.factor_not_found': [
    'There is no such second factor. Load the page again for the latest list.',
  ],
  'account.factor_exists': [
    'The account has an authenticator already. Take the old one away first, then set up the new one.',
  ],
  'account.bad_dates': [
    'The end has to come after the beginning and lie ahead. Choose the dates again.',
  ],
} as const satisfies Sentences
