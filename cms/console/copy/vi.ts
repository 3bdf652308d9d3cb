import { accountWords } from './vi/account.js'
import { approvalWords } from './vi/approvals.js'
import { auditWords } from './vi/audit.js'
import { bulletinWords } from './vi/bulletins.js'
import { composeWords } from './vi/compose.js'
import { correctionWords } from './vi/corrections.js'
import { draftWords } from './vi/drafts.js'
import { fieldWords } from './vi/fields.js'
import { mediaWords } from './vi/media.js'
import { noticeWords } from './vi/notices.js'
import { peopleWords } from './vi/people.js'
import { reportWords } from './vi/reports.js'
import { placeWords } from './vi/places.js'
import { screenWords } from './vi/screens.js'
import { stickWords } from './vi/sticks.js'
import { todayWords } from './vi/today.js'
import { shellWords } from './vi/shell.js'
import { timingWords } from './vi/timing.js'

/** Every word of the console in Vietnamese; `en.ts` has the same shape. */
export const vi = {
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

export type Copy = typeof vi
