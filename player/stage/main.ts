/** The stage's entry: joins the page, the core's line and the real clock. */
import { systemClock } from '../../shared/kernel/clock.js'
import { createCoreLink } from './core-link.js'
import { createStage } from './create-stage.js'
import { createDeskLink } from './technician/desk-link.js'
import { guardPage } from './guard-page.js'
import { preferredMotion } from './motion.js'

const link = createCoreLink()
guardPage(window, systemClock, (message) => {
  link.shown({
    kind: 'holding',
    id: 'stage',
    at: new Date(systemClock.now()).toISOString(),
    event: 'failed',
    reason: message.slice(0, 200),
  })
})
createStage({
  root: document.getElementById('glass') as HTMLElement,
  clock: systemClock,
  link,
  filesUrl: '/files',
  motion: preferredMotion(window),
  desk: createDeskLink(),
})
