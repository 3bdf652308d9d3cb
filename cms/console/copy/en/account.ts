import type { Copy } from '../vi.js'

export const accountWords: Copy['account'] = {
  title: 'My account',
  toAccount: 'Open my account',
  otherLanguage: 'Chuyển sang tiếng Việt',

  signInByPasskey: 'Sign in with a passkey',
  secondTitle: 'Second factor',
  secondLead: 'Open the authenticator on your phone and type its 6 digits.',
  recoveryLead: 'Type a recovery code that was not used yet. Each works once.',
  code: 'Code',
  codeHint: '6 digits from the app, new every 30 seconds.',
  recoveryCode: 'Recovery code',
  useRecovery: 'No phone at hand: use a recovery code',
  usePhone: 'Use the code on the phone',
  otherAccount: 'Sign in as someone else',
  passkeyBroken: 'The passkey did not work. Try again, or use another way.',

  firstTitle: 'Choose your password',
  firstLead: (name) =>
    `${name}, the password you used was given by someone else and is spent. Choose your own to begin.`,
  passwordLead: 'A new password ends every other session of this account.',
  currentPassword: 'Current password',
  newPassword: 'New password',
  passwordAgain: 'New password again',
  passwordHint:
    'At least 10 characters; four unrelated words are easy to keep and hard to guess. Not the user name, and nothing well known.',
  passwordShort: 'At least 10 characters.',
  passwordDiffers: 'The two are not the same.',
  changePassword: 'Change password',
  passwordChanged: 'The password is changed.',
  passwordToGoOn: 'Password, to go on',
  goOn: 'Go on',

  factorMissing: 'Your role needs a second factor.',
  factorSoon: (day) => `Set one up before ${day} to go on without a break.`,
  factorDue: 'Approving, notices and administration wait until one is set up.',
  factorNotShown:
    'This session has shown a password only. Sign out and in again with the second factor.',
  factorWhy: (day) =>
    `Approvers, duty officers and administrators need more than a password. Set up one of the two below; from ${day} those acts are refused without it.`,
  factorShown: 'This session has shown a second factor.',
  demoNote:
    'This is the demo province, where a second factor is not insisted on. In real use approvers, duty officers and administrators need one.',

  authenticator: 'Authenticator',
  authenticatorLead:
    'An app on the phone gives 6 digits, new every 30 seconds; it works without a network.',
  on: 'In use',
  off: 'Not in use',
  setUp: 'Set up',
  renewCodes: (left) => `New recovery codes (${left} left)`,
  removeAuthenticator: 'Take it away',
  authenticatorAdded: 'The authenticator is in use.',
  authenticatorRemoved: 'The authenticator is gone.',
  recoveryCodes: 'Recovery codes',
  recoveryWhy:
    'Write these recovery codes down or print them, and keep them apart from the phone. Should the phone be lost, each lets you in once. They are shown this once.',
  codesKept: 'I have kept the codes',
  print: 'Print',
  scan: 'Open the authenticator on the phone, add an account and scan this.',
  qrAlt: 'QR code that adds the account to the authenticator',
  bySecret: 'If it cannot be scanned, type this key into the app:',
  confirmCode: 'Put it in use',

  passkeys: 'Passkeys',
  passkeysLead:
    'Sign in with the finger, face or PIN of the device, or a security key. A passkey counts as both factors.',
  passkeysNeedName:
    'Passkeys need Bảng Tin to be opened by a name over https (or localhost), not by a bare number.',
  passkeyName: 'Name',
  passkeyNameDefault: 'My computer',
  addPasskey: 'Add a passkey',
  passkeyAdded: 'The passkey is added.',
  passkeyRemoved: 'The passkey is gone.',
  usedAt: (when) => `Last used ${when}`,
  addedAt: (when) => `Added ${when}, not used yet`,
  remove: 'Take away',
  removeNamed: (name) => `Take away ${name}`,

  sessions: 'Sessions',
  sessionsLead:
    'Where this account is signed in. If a place is strange, end it and change the password.',
  thisOne: 'this one',
  unknownBrowser: 'Unknown browser',
  end: 'End',
  endNamed: (name) => `End the session ${name}`,
  endOthers: 'End every other session',
  sessionEnded: 'The session has ended.',

  proveTitle: 'Is it you?',
  proveLead:
    'This is a grave act, so prove it once more. It will not be asked again for 15 minutes.',
  prove: 'Prove it',
  useCode: 'Use a code',
  usePassword: 'Use the password',
  usePasskey: 'Use a passkey',
}
