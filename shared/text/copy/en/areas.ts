import type { Sentences } from '../copy.js'

export const areasErrors = {
  'area.not_found': [
    'There is no such area. The unit may have been renamed or merged; choose it again from the list.',
  ],
  'area.closed': [
    '“{name}” is no more, so it cannot change. Choose a unit that is.',
    'This area is no more. Choose a unit that is.',
  ],
  'area.conflict': [
    'Someone else has just changed “{name}”. Reload the page to see it and try again.',
    'Someone else has just changed the area. Reload the page and try again.',
  ],
  'area.bad_parent': [
    'The area cannot stand below “{name}”: what is above must be of a higher kind and not inside it. Choose another.',
    'The area cannot stand here. Choose another parent.',
  ],
  'area.bad_date': [
    '{day} cannot be used: the day must have come, and not lie before the last change. Choose another day.',
    'This day cannot be used. Choose another.',
  ],
  'area.name_taken': [
    'There is a “{name}” beside it already. Give another name or open that one.',
    'There is one of this name beside it. Give another name.',
  ],
  'area.code_taken': [
    'In that time code {code} belongs to “{name}”. Check the code and the day.',
    'This code belongs to another unit. Check the code and the day.',
  ],
  'area.has_children': [
    '“{name}” is still inside. Move or end what is inside first.',
    'This area cannot end. Move what is inside first.',
  ],
} as const satisfies Sentences
