import type { Sentences } from '../copy.js'

export const areasErrors = {
  'area.not_found': [
    'There is no such area. The unit may have been renamed or merged; choose it again from the list.',
  ],
} as const satisfies Sentences
