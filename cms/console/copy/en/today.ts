import type { Copy } from '../vi.js'

/** The first page: what waits, what is wrong, what is on. */
export const todayWords: Copy['today'] = {
  title: 'Today',
  lead: 'What waits for you, the screens to look at, and what is on where you serve.',
  compose: 'Write a bulletin',

  mine: 'My work',
  nothing: 'Nothing waits for you.',
  toApprove: 'waiting for your approval',
  toCorrect: 'corrections waiting for your approval',
  toConfirm: 'urgent notices waiting for a second person',
  cameBack: 'returned to be mended',
  sent: 'sent by you, not decided yet',
  from: (name) => `by ${name}`,
  more: (n) => `and ${n} more`,

  inForce: 'Urgent notices in force',

  screens: 'Screens to look at',
  allWell: (n) =>
    n === 0
      ? 'There is no screen yet where you serve.'
      : n === 1
        ? 'The one screen runs as it should.'
        : `All ${n} screens run as they should.`,
  troubled: (bad, all) => `${bad} of ${all} screens need a person`,
  do: {
    offline:
      'Ask somebody on the spot to check power and network. The screen plays on what it has.',
    stage_dead:
      'Wait 5 minutes; if it stays, switch the player off and on again.',
    refusing:
      'Tell an administrator: what it received does not carry the right seal.',
    outdated:
      'Usually done within minutes; after 15 minutes check its network.',
    syncing: 'Downloading; nothing to do yet.',
  },
  allScreens: 'See all screens',

  live: 'On screens now',
  liveCount: (n) => ({
    big: String(n),
    rest: n === 1 ? 'bulletin is live' : 'bulletins are live',
  }),
  seeLive: 'See what is live',
  starts: 'Starting soon',
  ends: 'Ending soon',
  noStarts: 'No bulletin starts within three days.',
  noEnds: 'No bulletin ends within three days.',
}
