import type { Copy } from './vi.js'
import { accountWords } from './en/account.js'
import { approvalWords } from './en/approvals.js'
import { auditWords } from './en/audit.js'
import { bulletinWords } from './en/bulletins.js'
import { composeWords } from './en/compose.js'
import { correctionWords } from './en/corrections.js'
import { draftWords } from './en/drafts.js'
import { fieldWords } from './en/fields.js'
import { mediaWords } from './en/media.js'
import { noticeWords } from './en/notices.js'
import { peopleWords } from './en/people.js'
import { reportWords } from './en/reports.js'
import { placeWords } from './en/places.js'
import { screenWords } from './en/screens.js'
import { stickWords } from './en/sticks.js'
import { todayWords } from './en/today.js'
import { shellWords } from './en/shell.js'
import { timingWords } from './en/timing.js'

/** Every word of the console in English. */
export const en: Copy = {
  shell: shellWords,
  today: todayWords,
  approvals: approvalWords,
  audit: auditWords,
  bulletins: bulletinWords,
  compose: composeWords,
  corrections: correctionWords,
  drafts: draftWords,
  fields: fieldWords,
  media: mediaWords,
  reports: reportWords,
  screens: screenWords,
  sticks: stickWords,
  notices: noticeWords,
  account: accountWords,
  people: peopleWords,
  timing: timingWords,
  places: placeWords,
}
