/*
 * How a browser becomes a kiosk that talks to nobody but the core. Under a
 * bare X server run openbox too: without a window manager Chromium's page is
 * one pixel short on the right and at the bottom.
 */

/** Parts of Chromium that call home or put something over the page. */
const OFF = [
  'Translate',
  'OptimizationHints',
  'OptimizationGuideModelDownloading',
  'MediaRouter',
  'DialMediaRouteProvider',
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'InterestFeedContentSuggestions',
  'GlobalMediaControls',
]

export type KioskOptions = {
  url: string
  /** A profile of its own, inside the player's data folder. */
  profileFolder: string
  /** Chromium refuses its sandbox to root; run as a plain user instead. */
  isRoot: boolean
}

/** The command line. Names resolve to nothing, so nothing can be reached. */
export function kioskFlags(options: KioskOptions): string[] {
  return [
    '--kiosk',
    `--app=${options.url}`,
    `--user-data-dir=${options.profileFolder}`,
    ...(options.isRoot ? ['--no-sandbox'] : []),
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    // A browser of the page's own language has nothing to translate.
    '--lang=vi',
    '--no-first-run',
    '--no-default-browser-check',
    '--no-pings',
    '--noerrdialogs',
    '--disable-background-networking',
    '--disable-breakpad',
    '--disable-client-side-phishing-detection',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-dev-tools',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-infobars',
    '--disable-pinch',
    '--disable-print-preview',
    '--disable-quic',
    '--disable-session-crashed-bubble',
    '--hide-crash-restore-bubble',
    '--disable-sync',
    `--disable-features=${OFF.join(',')}`,
    '--autoplay-policy=no-user-gesture-required',
    '--overscroll-history-navigation=0',
    '--password-store=basic',
    // A covered or dimmed glass must go on painting.
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
  ]
}
