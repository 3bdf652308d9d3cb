import type { Sentences } from '../copy.js'

export const bulletinsErrors = {
  'template.not_found': [
    'There is no template “{templateId}”. Choose another one from the list.',
    'There is no such template. Choose another one from the list.',
  ],
  'template.invalid': [
    'The template “{templateId}” is broken in {file}, at {field}. Mend that file; the template loads again by itself.',
    'The template “{templateId}” is broken and cannot be used now. Choose another one or tell its maker.',
    'This template is broken and cannot be used now. Choose another one or tell its maker.',
  ],
  'bulletin.not_found': [
    'There is no such bulletin. It may belong to another area; search for it by name.',
  ],
  'bulletin.not_legible': [
    '{count} places could not be read on the screens. See the lines below and mend them before you submit.',
    'Some places could not be read on the screens. See the lines below and mend them before you submit.',
  ],
  'bulletin.fields_invalid': [
    '{count} places need mending before you go on. See the lines below.',
    'Some places need mending before you go on. See the lines below.',
  ],
  'bulletin.wrong_state': [
    'The bulletin is in another state, so this cannot be done now. Load the page again to see where it stands.',
  ],
  'bulletin.own_approval': [
    'Authors may not approve their own work. Ask another approver to release this bulletin.',
  ],
  'bulletin.renders_otherwise': [
    'It would no longer look as you saw it (template, picture, agency or place changed). Nothing was released; look again, then approve.',
  ],
  'bulletin.basis_required': [
    'A bulletin about an election needs the document it stands on. Enter its number, date and agency, then submit again.',
  ],
  'bulletin.conflict': [
    '{savedBy} changed this bulletin at {savedAt}. Compare the two and choose; what you typed is kept.',
    'Somebody just changed this bulletin. Compare the two and choose; what you typed is kept.',
  ],
  'bulletin.schedule_invalid': [
    'The schedule is not right. The end must be after the start and after now; mend it and save.',
  ],
  'bulletin.no_screens': [
    'There is no screen where this would be shown. Add an area or a screen.',
  ],
  'correction.not_found': [
    'There is no such correction. Open it again from your to-do list.',
  ],
  'correction.nothing': [
    'The words to correct are no longer there. Search again and choose.',
  ],
  'correction.decided': [
    'This correction has been decided already. Load the page again to see how.',
  ],
  'correction.overtaken': [
    'One of its bulletins has just changed on the screens. Nothing was released; search again and make a new correction.',
  ],
} as const satisfies Sentences
