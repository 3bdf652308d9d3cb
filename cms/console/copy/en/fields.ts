import type { Copy } from '../vi.js'

/** Filling the fields of a template. */
export const fieldWords: Copy['fields'] = {
  optional: 'optional',
  choose: '– Choose –',
  dateExample: 'For example 15/3/2026',
  timeExample: 'For example 7:30',
  syllables: (n) => (n === 1 ? '1 syllable' : `${n} syllables`),
  characters: (n, max) => `${n}/${max} characters`,
  addRow: 'Add a row',
  moveUp: (n) => `Move row ${n} up`,
  moveDown: (n) => `Move row ${n} down`,
  removeRow: (n) => `Remove row ${n}`,
  rowsOf: (n, max) => `${n} rows, at most ${max}`,
  pasteHint:
    'Copy cells from Excel and paste them into a row: each line becomes a row.',
  pasted: (n, dropped) =>
    dropped > 0
      ? `Pasted ${n} rows. Left out ${dropped}: the template has no more room.`
      : `Pasted ${n} rows.`,
  choosePicture: 'Choose a picture',
  otherPicture: 'Choose another',
  noPicture: 'Remove the picture',
  forms: 'Form of the text',
  bold: 'Bold',
  italic: 'Italic',
  bullets: 'List',
  numbers: 'Numbered list',
  pictureGone: 'This picture is no longer in the library. Choose another.',
  noAlt:
    'The picture has no description for those who cannot see it: open it in the library to write one.',
  noVideos: 'The library has no film yet: upload it under Pictures and files',
  smallPicture: (w, h) =>
    `The picture is small (${w} × ${h}) and may look soft on a screen. Better 1920 wide or more.`,
}
