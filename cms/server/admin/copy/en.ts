import type { Copy } from './vi.js'

/** Everything `npm run admin` says in English. */
export const en: Copy = {
  // The help: a line in words for each command, and the options it takes.
  usage: 'npm run admin -- <command> [options] [--lang vi|en]',
  usageLanguage: '--lang vi|en: Vietnamese (the default) or English.',
  usageEnvironment:
    'BANGTIN_DATA and BANGTIN_PORT must be those of the running CMS.',
  'help.help': 'Print this help.',
  'help.create-account': 'Create an account with roles in one area.',
  'options.create-account':
    '--user name --name "Full name" --role author [--role …] --area "Xã Tây Sơn" [--post "Position"] [--password …]',
  'help.reset-password': 'Set a new password and end every session.',
  'options.reset-password': '--user name [--factors] [--password …]',
  'help.freeze': 'Freeze an account; its history stays.',
  'options.freeze': '--user name [--reason "Retired"]',
  'help.unfreeze': 'Open a frozen account again.',
  'options.unfreeze': '--user name',
  'help.screens': 'List the screens: id, health, name, area, last heard from.',
  'help.claim': 'Pair a screen by the code it shows.',
  'options.claim':
    '--code ABC234 --name "Lobby" --area "Xã Tây Sơn" [--orientation landscape|portrait] [--class 1080|2160] [--inches 55] [--metres 4] [--language vi …]',
  'help.notice': 'Send an urgent notice at once, written in Vietnamese.',
  'options.notice':
    '--title "Lũ trên sông Ba" [--action "Sơ tán ngay!"] --advice "Đi ngay: các hộ ven sông" [--advice …] --level 4 --minutes 60 --area "Xã Tây Sơn" | --screen <screen id> [--owner "Xã …"] [--icon flood] [--phone 112] [--drill]',
  'help.recall': 'End an urgent notice on every screen.',
  'options.recall': '--id <notice id>',
  'help.board': 'See which screens have received and show a notice.',
  'options.board': '--id <notice id>',
  'help.bundle': 'Write the programme of screens to a file for a USB stick.',
  'options.bundle':
    '(--screen <id> | --area <area> | --group <group id>)… --to <file>',
  'help.backup': 'Back up the database now.',
  'help.verify-audit': 'Check that the audit was not altered or cut.',

  // What is not understood.
  commandUnknown: 'There is no command "{name}".',
  languageUnknown: '--lang must be vi or en.',
  wordUnknown: 'Not understood: "{word}".',
  optionUnknown: 'There is no option --{name}.',
  optionEmpty: '--{name} needs a value.',
  optionMissing: '--{name} is missing.',
  optionChoices: '--{name} must be one of: {choices}.',
  areaUnknown: 'There is no area "{said}".',
  areaAmbiguous: '"{said}" is the name of several areas; use the id:',
  screenIdInvalid: '"{id}" is not the id of a screen (see: admin screens).',
  placeMissing: '--area or --screen is needed: where to show it.',

  // What the CMS does not let us do.
  tokenMissing:
    'There is no operator token {path} yet. Start the CMS once, and set BANGTIN_DATA as the CMS has it.',
  cmsUnreachable:
    'The CMS cannot be reached at {url}. Start it, or set BANGTIN_PORT as the CMS has it.',
  cause: 'Cause: {reason}',
  cmsAnsweredOddly: 'The CMS answered HTTP {status} without saying why.',

  // What was done.
  accountMade: 'Created the account {userName} ({areaName}).',
  passwordReset: 'Set a new password for {userName}; every session has ended.',
  passwordOnce: 'One-time password, to be changed at sign-in: {password}',
  accountFrozen: 'Froze the account {userName}; every session has ended.',
  accountUnfrozen: 'Opened the account {userName} again.',
  screenCount: 'Screens: {count}.',
  screenClaimed: 'Paired the screen {name}: {id}',
  noticeSent: 'URGENT {id}: {title}',
  drillSent: 'DRILL {id}: {title}',
  noticeReach: 'Screens it goes to: {count}; until {until}.',
  noticeRecalled: 'Ended "{title}"; screens: {count}.',
  boardCounts:
    'screens {screens} · sent {sent} · received {received} · shown {shown} · missing {missing}',
  bundleWritten: 'USB bundle written: {path} ({size} bytes).',
  bundleIncomplete:
    'Needs --screen, --area or --group: for which screens; and --to: which file.',
  groupIdInvalid: '"{id}" is not the id of a group.',
  fileNotWritten: 'Could not write {path}: {reason}',
  backedUp: 'Backed up: {path}',
  backUpWithPgDump: 'PostgreSQL: back up with pg_dump.',
  auditWhole: 'The audit is whole; lines: {lines}.',
  auditBroken: 'The audit is broken from line {line} on ({reason}).',

  // The audit, read in the database itself.
  'help.audit-verify':
    'Prove the audit in the database itself; the CMS need not run.',
  'help.audit-export': 'Write the whole audit to a CSV or JSON file.',
  'options.audit-export':
    '--to audit.csv|audit.json [--from 2026-01-01] [--until 2026-02-01] [--act bulletin]',
  auditProved: 'The audit is whole; lines: {lines}, from line {from} on.',
  auditSealed: 'Sealed up to line {number}; seals found true: {count}.',
  auditUnsealed: 'Nothing has been sealed yet.',
  auditNoKey:
    'There is no root key {path}: the chain is true, but the seals could not be checked.',
  auditCut: 'Lines before line {from} were cut at a seal.',
  auditNone: 'There is no database at {path}. Set BANGTIN_DATA as for the CMS.',
  auditUnread:
    'The audit cannot be read. The CMS of this version has to open the database once.',
  auditExported: 'Lines written: {lines}, to {path}.',
  auditFileThere: 'There is a file {path} already. Choose another name.',
  auditFileKind: '--to has to end in .csv or .json.',
  auditDate: '--{name} has to be a day, such as 2026-01-31.',
  'broken.missing': 'lines are missing',
  'broken.altered': 'the line was altered',
  'broken.unchained': 'it does not follow the line before',
  'broken.cut_off': 'the end was cut off',
  'broken.not_as_sealed': 'it differs from what was sealed',
  'broken.bad_seal': 'a seal is not of this system',
}
