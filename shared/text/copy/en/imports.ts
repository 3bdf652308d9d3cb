import type { ImportRowCode } from '../../../contract/api/imports.js'

/** What can be wrong with one row of an imported list, and how to mend it. */
export const importRows: Readonly<Record<ImportRowCode, string>> = {
  bad_name: 'The name is empty or longer than 200 characters. Type it again.',
  bad_code: 'A code is 2 to 10 digits. Check the code.',
  bad_kind: 'This kind is not known. Write Province, Commune, Village or Site.',
  bad_date:
    'The date is not dd/MM/yyyy, does not fit the dates on record, or has not come yet. Correct the date.',
  bad_list:
    'The list or one thing in it is too long. Separate things by semicolons and leave some out.',
  bad_choice:
    'This value is not understood. Look in an exported file how it is written.',
  bad_user_name:
    'A user name is 2 to 40 small letters without accents, digits, dots or underscores, and begins with a letter. Correct it.',
  no_parent:
    'There is no such area above, or its level does not fit. Write the code or name of an area in use.',
  no_area: 'There is no such area. Write the code or name of an area in use.',
  no_screen:
    'There is no such screen in your areas. Write the exact name of the screen.',
  unknown_id: 'This internal id does not exist. Leave it empty for a new row.',
  ambiguous:
    'Several have this name. Write the code or internal id instead of the name.',
  twice: 'This row repeats a row above. Leave one of them out.',
  closed:
    'This area is no more; only its aliases and tags can change. Leave the row out.',
  code_taken:
    'Another area has this code during the same time. Check the code.',
  name_taken: 'This name is taken. Check the name.',
  lookalike:
    'This user name is easily taken for an existing one. Choose another.',
  has_children: 'There are areas in use inside it. Move them first.',
  not_yours: 'This area is outside those you look after. Leave the row out.',
  yourself:
    'This is your own account. Others change your roles; leave the row out.',
  frozen: 'This account is frozen. Unfreeze it first or leave the row out.',
  last_administrator:
    'This is the last administrator over everything. Add another one first.',
}
