import type { Sentences } from '../copy.js'

export const screensErrors = {
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
} as const satisfies Sentences
