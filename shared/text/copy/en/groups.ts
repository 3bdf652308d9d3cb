import type { Sentences } from '../copy.js'

export const groupsErrors = {
  'group.not_found': [
    'This group of screens cannot be found. Someone may have removed it; choose again from the list.',
  ],
  'group.conflict': [
    'Someone else has just changed the group “{name}”. Reload the page to see it and try again.',
    'Someone else has just changed the group. Reload the page and try again.',
  ],
  'group.name_taken': [
    'There is a group “{name}” already. Give another name or open that one.',
    'There is a group of this name already. Give another name.',
  ],
  'import.stale': [
    'The file or the areas changed after the preview, so nothing was imported. Preview again and import.',
  ],
} as const satisfies Sentences
