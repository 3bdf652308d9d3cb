import type { stickWords as vi } from '../vi/sticks.js'

export const stickWords: typeof vi = {
  title: 'Without a network',
  lead: 'Copy the USB bundle to a stick and plug it into the player. The screen checks it, takes the programme and tells the result on the glass.',
  download: 'Download USB bundle',
  downloadArea: (area) => `Download USB bundle for all of ${area}`,
  takeHome: 'Take in what the stick brought home',
  chooseHome: 'Choose the file',
  takeHomeHelp:
    'The file ending in .bangtin-ve on the stick: what the screen showed and confirmed.',
  taken: (name, when, receipts, rows) =>
    `Taken in from “${name}”, written ${when}: ${receipts} receipts, ${rows} rows of what was shown.`,
  takenBefore: (name) =>
    `This file of “${name}” was taken in before. Nothing changed.`,
  pin: 'Technician’s PIN',
  pinHelp:
    'Opens the technician’s page on the screen with Ctrl + Alt + K. 6 to 12 digits.',
  pinBad: 'A PIN has 6 to 12 digits.',
  pinNobody: 'Not set. The screen uses the PIN printed at installation.',
  pinHere: (when) => `Set for this screen ${when}.`,
  pinAbove: (area) => `The PIN of ${area} holds.`,
  pinSet: 'Set PIN',
  pinRemove: 'Remove its own PIN',
}
