import type { Sentences } from '../copy.js'

export const requestsErrors = {
  internal: [
    'This could not be done, and the cause has been recorded. Try again in a few minutes; if it stays so, call the administrator and read out request {requestId}.',
    'This could not be done, and the cause has been recorded. Try again in a few minutes; if it stays so, call the administrator.',
  ],
  'request.invalid': [
    '{count} places need mending. See the lines below.',
    'What was sent is not right yet. See the lines below, mend them and send again.',
  ],
  'request.not_found': ['There is no such page or address. Check the address.'],
  'request.too_large': [
    'What was sent is too large (at most {maxBytes}). Send it in smaller parts.',
    'What was sent is too large. Send it in smaller parts.',
  ],
  'request.too_many': [
    'Too many tries at once. Wait {seconds} seconds and try again.',
    'Too many tries at once. Wait a minute and try again.',
  ],
  'request.too_slow': [
    'What was sent came too slowly and was cut off. Check the line and send it again.',
  ],
  'request.wrong_origin': [
    'The request came from another site and was not taken. Open Bảng Tin at its own address and do it again.',
  ],
  'request.wrong_method': [
    'This address does not take that method. See the API reference.',
  ],
  'request.precondition_failed': [
    'Somebody changed this after you opened it. Open the newest version, compare, and save again.',
  ],
  'request.precondition_required': [
    'It is not said which version this changes. Send If-Match or expectedVersion of what you have open.',
  ],
  'request.key_reused': [
    'This Idempotency-Key was used for another request. Use a new key for a new request.',
  ],
  'request.in_progress': [
    'A request with this Idempotency-Key is still being worked on. Wait {seconds} seconds and send it again.',
    'A request with this Idempotency-Key is still being worked on. Wait a moment and send it again.',
  ],
  'request.answer_lost': [
    'This was done, but its answer is not kept any more. Open the thing to see it; do not send it again.',
  ],
  'auth.required': ['Your session has ended. Sign in again to go on.'],
  'auth.invalid': [
    'The user name or password is not right. Check the keyboard and Caps Lock, and type it again.',
  ],
  'auth.forbidden': [
    'This account may not do that in {areaName}. If it should, ask the administrator.',
    'This account may not do that. If it should, ask the administrator.',
  ],
  'auth.frozen': [
    'This account is frozen. Ask the administrator of your unit.',
  ],
  'auth.code_expired': [
    'The one-time code has expired or was used before. Ask the administrator for another.',
  ],
  'auth.code_wrong': [
    'The code is not right or was used before. Wait for the next code on the phone and type that.',
  ],
  'auth.password_change_required': [
    'The password in use was given by another. Choose your own first, then do this.',
  ],
  'auth.second_factor_required': [
    'This needs a second factor. Open “My account”, set up an authenticator or a passkey, then do it again.',
  ],
  'auth.proof_required': [
    'This is a grave act, so prove once more that it is you: password, code or passkey.',
  ],
  'auth.proof_failed': [
    'That did not prove it. Check the password or the code and type it again.',
  ],
  'auth.assertion_invalid': [
    'The screen could not prove who it is. If it was just set up anew, pair it again with the code on the glass.',
  ],
  'auth.assertion_clock': [
    'The clock of the screen is too far off. Set its time; the screen then connects by itself.',
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
} as const satisfies Sentences
